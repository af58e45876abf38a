/**
 * Says so, in words that help, where the browser is too old for the screen: in ES5, since whatever
 * is newer would not even be read there. It runs before the other scripts.
 */
(function () {
  var ADVICE = {
    en: 'This TV’s browser is too old. Connect a streaming stick or a small kiosk computer with a current browser to its HDMI input.',
    ar: 'متصفح هذا التلفاز قديم جدًا. صِلوا بمنفذ HDMI جهاز بث أو حاسوبًا صغيرًا بمتصفح حديث.',
    de: 'Der Browser dieses Fernsehers ist zu alt. Schließen Sie am HDMI-Eingang einen Streaming-Stick oder einen kleinen Kiosk-PC mit aktuellem Browser an.',
    es: 'El navegador de este televisor es demasiado antiguo. Conecte a la entrada HDMI un dispositivo de streaming o un miniordenador con un navegador actual.',
    fr: 'Le navigateur de ce téléviseur est trop ancien. Branchez sur l’entrée HDMI une clé de streaming ou un mini-ordinateur doté d’un navigateur récent.',
    tr: 'Bu televizyonun tarayıcısı çok eski. HDMI girişine güncel tarayıcılı bir yayın çubuğu ya da küçük bir bilgisayar bağlayın.',
  };
  function tell() {
    var asked = String(navigator.language || '').slice(0, 2);
    var language = ADVICE[asked] ? asked : 'en';
    var notice = document.getElementById('unsupported');
    if (!notice) return;
    notice.lang = language;
    notice.dir = language === 'ar' ? 'rtl' : 'ltr';
    notice.textContent = ADVICE[language];
    notice.className = 'is-shown';
  }

  // The newest that the screen cannot do without: it came with Chromium 64, and last in every engine.
  if (!window.ResizeObserver) tell();
  // A script that cannot be read ends so, and not by anything that is missing.
  else
    window.addEventListener('error', function (event) {
      if (/^(Uncaught )?SyntaxError/.test(String(event.message))) tell();
    });
})();
