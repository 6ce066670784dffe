// Watches how long the session of a page lasts: warns before it ends, and keeps what was typed,
// chosen and ticked for the same account, in this window alone, so that it can be put back after
// the next sign-in.

const KEPT = 'district-kpi-typed';
const TYPED =
  'vaadin-text-field, vaadin-text-area, vaadin-number-field, vaadin-integer-field, vaadin-big-decimal-field, vaadin-email-field';
const CHOSEN =
  'vaadin-select, vaadin-combo-box, vaadin-radio-group, vaadin-date-picker, vaadin-time-picker';
const TICKED = 'vaadin-checkbox';
const FIELDS = [TYPED, CHOSEN, TICKED].join(', ');
// Seconds: before the end, and since somebody last typed or clicked.
const WARN_BEFORE = 120;
const IN_USE = 60;
// Milliseconds: a timer of a browser holds 24 days.
const LONGEST_WAIT = 24 * 60 * 60 * 1000;

let said;
let timer;
let signedOut = false;
let lastUse = 0;
const touched = new Set();

function touch() {
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
    timer = setTimeout(() => look(false), Math.min((left - WARN_BEFORE) * 1000, LONGEST_WAIT));
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

// What was typed into this page and still stands there.
function keep() {
  if (signedOut) {
    return;
  }
  const typed = [...touched]
    .filter(field => field.isConnected && valueOf(field))
    .map(field => ({
      id: field.id,
      name: name(field),
      value: valueOf(field),
      shown: shown(field)
    }));
  if (typed.length > 0) {
    sessionStorage.setItem(
      KEPT,
      JSON.stringify({
        account: said.account,
        since: said.since,
        page: location.pathname + location.search,
        typed
      })
    );
  }
}

function offer() {
  let kept;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEPT));
  } catch {
    kept = null;
  }
  if (!kept || kept.account !== said.account || kept.since === said.since) {
    // Nothing, somebody else's, or of this very session, which the server has.
    sessionStorage.removeItem(KEPT);
    return;
  }
  if (kept.page !== location.pathname + location.search) {
    return;
  }
  const open = kept.typed.filter(one => {
    const found = field(one);
    return !found || valueOf(found) !== one.value;
  });
  if (open.length === 0) {
    sessionStorage.removeItem(KEPT);
    return;
  }
  const notice = document.createElement('div');
  notice.id = 'typed-before';
  notice.setAttribute('role', 'status');
  notice.append(element('p', said.typed));
  const list = document.createElement('ul');
  open.forEach(one => list.append(element('li', one.name + ': ' + one.shown)));
  notice.append(list);
  if (open.some(field)) {
    const back = element('button', said.back);
    back.id = 'typed-back';
    back.addEventListener('click', () => {
      open.forEach(restore);
      close();
    });
    notice.append(back);
  }
  const drop = element('button', said.drop);
  drop.id = 'typed-drop';
  drop.addEventListener('click', close);
  notice.append(drop);
  document.getElementById('main').prepend(notice);

  function close() {
    sessionStorage.removeItem(KEPT);
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
    put(found, kept.value);
    touched.add(found);
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
    document.getElementById('typed-before')?.remove();
    // The fields of the page come with the same answer.
    setTimeout(offer, 300);
    look(false);
    if (!first) {
      return;
    }
    ['input', 'change'].forEach(type =>
      document.addEventListener(type, event => {
        touch();
        const typed = event.target.closest?.(FIELDS);
        if (typed && document.getElementById('main')?.contains(typed)) {
          // What has left the page is not kept.
          [...touched].filter(field => !field.isConnected).forEach(gone => touched.delete(gone));
          touched.add(typed);
        }
      })
    );
    document.addEventListener('click', event => {
      touch();
      if (event.target.closest?.('#sign-out')) {
        signedOut = true;
        sessionStorage.removeItem(KEPT);
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
