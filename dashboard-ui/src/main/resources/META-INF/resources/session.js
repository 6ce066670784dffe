// Watches how long the session of a page lasts, and warns before it ends. What was typed, chosen and
// ticked by then is kept for the same account, in this window alone, and offered after the next
// sign-in. What was typed into a form and not sent is also put back where the page is made anew
// around it, and offered where the same page is seen again after another one.

const KEPT = 'district-kpi-typed';
const TYPED =
  'vaadin-text-field, vaadin-text-area, vaadin-number-field, vaadin-integer-field, vaadin-big-decimal-field, vaadin-email-field';
const CHOSEN =
  'vaadin-select, vaadin-combo-box, vaadin-radio-group, vaadin-date-picker, vaadin-time-picker';
const TICKED = 'vaadin-checkbox';
const FIELDS = [TYPED, CHOSEN, TICKED].join(', ');
// Fields that count once a button among them is pressed. What any other field holds the server has
// as soon as it is typed: putting it back would undo what was done there since.
const FORM = '[data-form]';
// The parameters without which a page is not the same; the rest says how it is shown.
const SAME_PAGE = ['round', 'asOf', 'revision'];
const MAX_PAGES = 20;
// Milliseconds: after the page was made anew, until all of it is there.
const SETTLED = 250;
// Seconds: before the end, and since somebody last typed or clicked.
const WARN_BEFORE = 120;
const IN_USE = 60;
// Milliseconds: a timer of a browser holds 24 days.
const MAX_WAIT = 24 * 60 * 60 * 1000;

let said;
let timer;
let signedOut = false;
let lastUse = 0;
let shownPage;
// Fields that something was typed into: their page, their form, and what stood there before.
const touched = new Map();
const stood = new WeakMap();
let lost = [];
let settling;

function use() {
  lastUse = Date.now();
}

async function look(stay) {
  clearTimeout(timer);
  try {
    const answer = await fetch(said.address + (stay ? '?stay' : ''), { cache: 'no-store' });
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    show(await answer.json(), stay);
  } catch {
    // Without a connection nothing is known; the page says by itself that it has none.
    timer = setTimeout(() => look(false), 30_000);
  }
}

function show(lasting, asked) {
  const left = lasting.left;
  if (left <= 0) {
    location.reload();
    return;
  }
  if (left > WARN_BEFORE) {
    hide();
    timer = setTimeout(() => look(false), Math.min((left - WARN_BEFORE) * 1000, MAX_WAIT));
    return;
  }
  if (lasting.extendable && !asked && Date.now() - lastUse < IN_USE * 1000) {
    look(true);
    return;
  }
  warn(lasting);
  timer = setTimeout(() => look(false), Math.min(left * 1000 + 500, 30_000));
}

function warn(lasting) {
  const minutes = new Intl.NumberFormat(said.language).format(Math.ceil(lasting.left / 60));
  const text = (lasting.extendable ? said.warning : said.longest).replace('{0}', minutes);
  let notice = document.getElementById('session-warning');
  if (!notice) {
    notice = document.createElement('div');
    notice.id = 'session-warning';
    notice.setAttribute('role', 'alert');
    notice.append(document.createElement('p'));
    document.body.append(notice);
  }
  const paragraph = notice.querySelector('p');
  if (paragraph.textContent !== text) {
    paragraph.textContent = text;
  }
  if (lasting.extendable && !notice.querySelector('button')) {
    const stay = document.createElement('button');
    stay.id = 'session-stay';
    stay.type = 'button';
    stay.textContent = said.stay;
    stay.addEventListener('click', () => look(true));
    notice.append(stay);
  }
}

function hide() {
  document.getElementById('session-warning')?.remove();
}

function name(field) {
  return field.label || field.getAttribute('aria-label') || field.id;
}

// What a field holds; the server names the choices of a list as it likes, readers by their words.
function valueOf(field) {
  if (field.matches(TICKED)) {
    return String(field.checked);
  }
  return field.matches('vaadin-select, vaadin-combo-box, vaadin-radio-group')
    ? shown(field)
    : String(field.value);
}

function shown(field) {
  if (field.matches('vaadin-select')) {
    return (field.querySelector('[slot="value"]')?.textContent ?? '').trim();
  }
  if (field.matches('vaadin-radio-group')) {
    return [...field.querySelectorAll('vaadin-radio-button')]
      .filter(button => button.checked)
      .map(button => button.label || button.textContent.trim())
      .join();
  }
  if (field.matches(TICKED)) {
    return field.checked ? '✓' : '–';
  }
  return field.inputElement?.value || String(field.value);
}

// Its choices come from the server once it is opened.
async function choose(box, words) {
  box.opened = true;
  for (let look = 0; look < 20; look++) {
    const item = (box.filteredItems ?? []).find(one => one?.label === words);
    if (item) {
      box.selectedItem = item;
      break;
    }
    await new Promise(wait => setTimeout(wait, 100));
  }
  box.opened = false;
}

function put(field, value) {
  if (field.matches(TICKED)) {
    field.checked = value === 'true';
  } else if (field.matches('vaadin-select')) {
    const item = [...field.querySelectorAll('vaadin-select-item')].find(
      one => one.textContent.trim() === value
    );
    if (item) {
      field.value = item.value;
    }
  } else if (field.matches('vaadin-combo-box')) {
    choose(field, value);
  } else if (field.matches('vaadin-radio-group')) {
    const button = [...field.querySelectorAll('vaadin-radio-button')].find(
      one => (one.label || one.textContent.trim()) === value
    );
    if (button) {
      field.value = button.value;
    }
  } else {
    field.value = value;
  }
}

function samePage() {
  const all = new URLSearchParams(location.search);
  const kept = SAME_PAGE.filter(name => all.has(name)).map(name => name + '=' + all.get(name));
  return location.pathname + '?' + kept.join('&');
}

// Of all pages of this account; what somebody else typed is nobody's business.
function kept() {
  let all = null;
  try {
    all = JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    // Not written by this program.
  }
  return all && all.account === said.account && all.pages ? all.pages : {};
}

function store(pages) {
  const newest = Object.entries(pages)
    .filter(([, typed]) => typed.length > 0)
    .slice(-MAX_PAGES);
  if (newest.length === 0) {
    sessionStorage.removeItem(KEPT);
    return;
  }
  sessionStorage.setItem(
    KEPT,
    JSON.stringify({ account: said.account, pages: Object.fromEntries(newest) })
  );
}

function keepForLater(page, typed) {
  const pages = kept();
  const others = (pages[page] ?? []).filter(one => !isSame(typed, one));
  // The page that was left last comes last, and is forgotten last.
  delete pages[page];
  pages[page] = [...others, typed];
  store(pages);
}

function isSame(one, other) {
  return one.id === other.id && one.name === other.name;
}

function describe(field, where) {
  return {
    id: field.id,
    name: name(field),
    value: valueOf(field),
    shown: shown(field),
    before: where.before,
    inForm: where.form !== null,
    since: said.since
  };
}

// What was typed into this page and still stands there, when it is left by the browser.
function keep() {
  if (signedOut) {
    return;
  }
  [...touched]
    .filter(([field]) => field.isConnected && valueOf(field))
    .forEach(([field, where]) => keepForLater(where.page, describe(field, where)));
}

function touch(field) {
  touched.set(field, {
    page: samePage(),
    form: field.closest(FORM),
    before: stood.get(field)
  });
}

// A form was sent: what becomes of its fields the server says.
function sent(form) {
  [...touched]
    .filter(([, where]) => where.form === form)
    .forEach(([field]) => touched.delete(field));
}

// The page was made anew, or is another one: what stood there is taken up before it is gone.
function watchLoss() {
  const gone = [...touched].filter(([field]) => !field.isConnected);
  gone.forEach(([field, where]) => {
    touched.delete(field);
    if (where.form && valueOf(field)) {
      lost.push({ page: where.page, typed: describe(field, where) });
    }
  });
  clearTimeout(settling);
  settling = setTimeout(settle, SETTLED);
}

function settle() {
  const page = samePage();
  // Behind a button that opens it, a field comes later.
  const open = [];
  lost.forEach(one => {
    const found = one.page === page ? field(one.typed) : null;
    if (found && valueOf(found) === one.typed.before) {
      restore(one.typed);
    } else if (!signedOut && (!found || differs(one.typed))) {
      keepForLater(one.page, one.typed);
    }
    if (one.page === page && !found) {
      open.push(one);
    }
  });
  lost = open;
  if (page !== shownPage) {
    offer();
  }
}

function differs(one) {
  const found = field(one);
  return found !== null && valueOf(found) !== one.value;
}

// What was typed here before and is not what stands here now.
function offer() {
  shownPage = samePage();
  document.getElementById('typed-before')?.remove();
  const pages = kept();
  const open = (pages[shownPage] ?? []).filter(
    one => (one.inForm || one.since !== said.since) && (!field(one) || differs(one))
  );
  store({ ...pages, [shownPage]: open });
  if (open.some(field)) {
    offerAll(open);
  }
}

function offerAll(open) {
  const page = shownPage;
  const notice = document.createElement('div');
  notice.id = 'typed-before';
  notice.setAttribute('role', 'status');
  notice.append(element('p', said.typed));
  const list = document.createElement('ul');
  open.forEach(one => list.append(element('li', one.name + ': ' + one.shown)));
  notice.append(list);
  const back = element('button', said.back);
  back.id = 'typed-back';
  back.addEventListener('click', () => {
    open.forEach(restore);
    close();
  });
  const drop = element('button', said.drop);
  drop.id = 'typed-drop';
  drop.addEventListener('click', close);
  notice.append(back, drop);
  document.getElementById('main').prepend(notice);

  function close() {
    store({ ...kept(), [page]: [] });
    notice.remove();
  }
}

function field(kept) {
  const found = kept.id ? document.getElementById(kept.id) : null;
  return found && found.matches(FIELDS) ? found : null;
}

function restore(kept) {
  const found = field(kept);
  if (found) {
    stood.set(found, valueOf(found));
    put(found, kept.value);
    touch(found);
    ['input', 'change'].forEach(type => found.dispatchEvent(new Event(type, { bubbles: true })));
  }
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

window.districtKpiSession = {
  // Begins, or speaks another language from now on.
  start(words) {
    const first = !said;
    said = words;
    hide();
    // The fields of the page come with the same answer.
    setTimeout(offer, 300);
    look(false);
    if (!first) {
      return;
    }
    ['input', 'change'].forEach(type =>
      document.addEventListener(type, event => {
        use();
        const typed = event.target.closest?.(FIELDS);
        if (typed && document.getElementById('main')?.contains(typed)) {
          touch(typed);
        }
      })
    );
    document.addEventListener('click', event => {
      use();
      if (event.target.closest?.('#sign-out')) {
        signedOut = true;
        sessionStorage.removeItem(KEPT);
      }
      const button = event.target.closest?.('vaadin-button, button');
      const form = button?.closest(FORM);
      if (form) {
        sent(form);
      }
    });
    new MutationObserver(watchLoss).observe(document.getElementById('main'), {
      childList: true,
      subtree: true
    });
    document.addEventListener('focusin', event => {
      const field = event.target.closest?.(FIELDS);
      if (field && !touched.has(field)) {
        stood.set(field, valueOf(field));
      }
    });
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) {
        look(false);
      }
    });
    window.addEventListener('pagehide', keep);
  }
};
