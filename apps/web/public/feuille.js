// What the sheet of rights can do: speak one of two languages, go on paper, and be gone at once. Keeps nothing on the device.
(function () {
  var PRESSES = 3;
  var IN_TIME = 5000;
  var root = document.documentElement;
  var pressed = 0;
  var isAlone = false;
  var forgetting;
  var isGone = false;

  // Before the first paint: one language, not both.
  root.dataset.one = '';

  function word(name) {
    var said = document.querySelector('[data-word="' + name + '"][lang="' + root.lang + '"]');
    return said ? said.textContent : '';
  }

  function tell(name) {
    var told = document.getElementById('told');
    if (told) told.textContent = word(name);
  }

  // Hidden first, then the rest: whoever comes in sees nothing, however slow the network is.
  function leave() {
    if (isGone) return;
    isGone = true;
    var url = document.getElementById('exit').href;
    var gone = word('gone');
    document.title = '…';
    document.body.replaceChildren();
    var told = document.createElement('p');
    told.className = 'rp-out-of-sight';
    told.setAttribute('role', 'alert');
    told.textContent = gone;
    document.body.append(told);
    lockSessions();
    location.replace(url);
  }

  // What lies open in other tabs of this browser, and what a sleeping tab would open again: the session of this space, and that of
  // the real cases, whichever space's sheet this is.
  function lockSessions() {
    try {
      new BroadcastChannel('repere-exit').postMessage('left');
    } catch (_) {
      // An old browser: the server's end of the sessions remains.
    }
    var space = /^\/s\/[^/]+/.exec(location.pathname);
    endSession('');
    if (space) endSession(space[0]);
  }

  function endSession(space) {
    fetch('/api' + space + '/session', {
      method: 'DELETE',
      headers: { 'X-Repere': '1' },
      keepalive: true,
    }).catch(function () {});
  }

  function forget(isSaid) {
    clearTimeout(forgetting);
    if (pressed > 0 && isSaid) tell('over');
    pressed = 0;
  }

  // Shift by itself, three times in five seconds. With another key, somebody writes or goes back.
  function hear(event) {
    if (event.key !== 'Shift') {
      isAlone = false;
      return forget(false);
    }
    if (event.type === 'keydown') {
      isAlone = true;
      return;
    }
    if (!isAlone) return;
    pressed += 1;
    if (pressed === PRESSES) return leave();
    tell(pressed === 1 ? 'two' : 'one');
    clearTimeout(forgetting);
    forgetting = setTimeout(forget, IN_TIME, true);
  }

  function speak(language) {
    root.lang = language;
    var title = document.querySelector('title');
    var english = title.dataset.en;
    if (!title.dataset.fr) title.dataset.fr = document.title;
    document.title = language === 'en' ? english : title.dataset.fr;
    document.querySelectorAll('.language').forEach(function (button) {
      button.hidden = button.lang === language;
    });
  }

  // Only asked for, never by mistake: what is not, prints a reminder in place of the sheet.
  function print(dialog) {
    if (dialog.open) return;
    dialog.returnValue = '';
    // In front of nothing: the way out stays where it is.
    dialog.show();
    dialog.scrollIntoView({ block: 'nearest' });
    dialog.addEventListener(
      'close',
      function () {
        if (dialog.returnValue !== 'print') return;
        root.dataset.asked = '';
        window.print();
      },
      { once: true },
    );
  }

  document.addEventListener('DOMContentLoaded', function () {
    speak(root.lang);
    document.querySelectorAll('.language').forEach(function (button) {
      button.addEventListener('click', function () {
        speak(button.lang);
        var other = document.querySelector('.language:not([hidden])');
        if (other) other.focus();
      });
    });
    var exit = document.getElementById('exit');
    if (!exit) return;
    exit.addEventListener('click', function (event) {
      event.preventDefault();
      leave();
    });
    document.addEventListener('keydown', hear);
    document.addEventListener('keyup', hear);
    document.addEventListener('pointerdown', function () {
      forget(false);
    });
    var button = document.getElementById('print');
    button.hidden = false;
    button.addEventListener('click', function () {
      print(document.getElementById('before-print'));
    });
    addEventListener('afterprint', function () {
      delete root.dataset.asked;
    });
  });
  // A page that Back would bring out of the browser's memory.
  addEventListener('pageshow', function (event) {
    if (event.persisted && isGone) location.reload();
  });
})();
