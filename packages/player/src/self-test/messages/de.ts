import type { SelfTestMessages } from './messages.js';

export const de: SelfTestMessages = {
  language: 'de',
  title: 'Selbsttest',
  running: 'Test läuft …',
  verdict: {
    good: 'Dieses Gerät ist als Anzeige geeignet',
    limited: 'Dieses Gerät ist eingeschränkt geeignet',
    bad: 'Es gibt etwas zu beheben',
  },
  code: 'Code für den Support',
  back: 'Zurück zur Anzeige',
  again: 'Neu testen',
  hint: 'Pfeile und OK. Die Anzeige kehrt nach {minutes} Minuten von selbst zurück.',
  names: {
    server: 'Server',
    path: 'Weg zum Server',
    socket: 'Live-Aktualisierung',
    clock: 'Uhr',
    restart: 'Nach einem Stromausfall',
    storage: 'Gerätespeicher',
    space: 'Platz',
    engine: 'Browser',
    sound: 'Gong',
    scripts: 'Schriften',
  },
  texts: {
    server: {
      reachable: 'Der Server antwortet.',
      unreachable: 'Der Server antwortet nicht. Netzwerk prüfen. Die Anzeige läuft weiter.',
      intercepted: 'Etwas anderes antwortet: eine Anmeldeseite oder ein Filter.',
    },
    path: {
      clean: 'Kein Anzeichen für Filter oder TLS-Inspektion.',
      plain: 'Nur http: Andere im Netz können mitlesen und ändern. Besser https.',
      proxied: 'Ein dem Server unbekannter Proxy liegt dazwischen. TLS-Inspektion ist möglich.',
      altered:
        'Ein Filter verändert Seiten: Verdacht auf TLS-Inspektion. Adresse ausnehmen lassen.',
      untrusted:
        'Der Proxy vor dem Server ist dort nicht eingetragen: Der Betreiber setzt TRUST_PROXY.',
    },
    socket: {
      open: 'Der Socket ist offen: Änderungen erscheinen sofort.',
      blocked: 'Der Socket ist blockiert: Änderungen brauchen bis zu 45 Sekunden.',
    },
    clock: {
      right: 'Richtig. Zone: {zone}.',
      off: 'Weicht {minutes} Min. ab. Die Anzeige folgt der Zeit des Servers.',
      wrong: 'Mehr als einen Tag falsch: https kann scheitern. Uhr des Geräts stellen.',
    },
    restart: {
      device: 'Stufe 1: startet ohne Netz, von diesem Gerät.',
      cache: 'Stufe 2: startet bei http aus dem Cache des Browsers, soweit der reicht.',
      server: 'Stufe 3: startet nur, wenn der Server antwortet.',
    },
    storage: {
      worker: 'Der Inhalt ist doppelt gespeichert.',
      database: 'Der Inhalt ist nur in der Datenbank gespeichert.',
      local: 'Wenig Platz: Texte werden gespeichert, Bilder nicht.',
      memory: 'Nichts wird gespeichert. Nach einem Neustart ist der Server nötig.',
    },
    space: {
      ample: '{free} frei für Bilder und Videos.',
      low: 'Nur {free} frei. Bilder und Videos können fehlen.',
    },
    engine: {
      current: '{engine}: hat alles Nötige.',
      aged: '{engine}: alt, aber unterstützt.',
      unsupported: '{engine}: nicht unterstützt. Stick oder Kiosk-Rechner verwenden.',
    },
    sound: {
      plays: 'Darf ohne Berührung klingen.',
      muted: 'Stumm bis zur Berührung. Autoplay für diese Adresse erlauben.',
      absent: 'Dieser Browser gibt keinen Ton aus.',
    },
    scripts: {
      drawn: 'Arabische und türkische Buchstaben stimmen.',
      unshaped: 'Arabische Buchstaben verbinden sich nicht. Neuerer Browser nötig.',
      missing: 'Buchstaben fehlen: Die Schriften wurden nicht geladen.',
    },
  },
  untested: 'Derzeit nicht festzustellen.',
  soundUntested: 'Nach einem Tastendruck nicht festzustellen. Dazu {address} öffnen.',
};
