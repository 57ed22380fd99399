// Runs before the first paint, so that the chosen theme and language don't flash. Keeps no personal data.
(function () {
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem('repere.theme');
    var language = localStorage.getItem('repere.language');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (language === 'fr' || language === 'en') root.lang = language;
  } catch (_) {
    // Storage may be refused: the system's theme and French stand.
  }
})();
