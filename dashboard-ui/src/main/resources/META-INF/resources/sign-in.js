// The sign-in page works without this; with it the password can be looked at, and what is missing
// is said in the language of the page.
const password = document.getElementById('password');
const show = document.getElementById('show-password');
if (password && show) {
  show.hidden = false;
  show.addEventListener('click', () => {
    const shown = password.type === 'text';
    password.type = shown ? 'password' : 'text';
    show.setAttribute('aria-pressed', String(!shown));
    password.focus();
  });
}
document.querySelectorAll('input[data-missing]').forEach(field => {
  field.addEventListener('invalid', () => field.setCustomValidity(field.dataset.missing));
  field.addEventListener('input', () => field.setCustomValidity(''));
});
