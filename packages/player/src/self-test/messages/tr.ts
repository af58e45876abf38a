import type { SelfTestMessages } from './messages.js';

export const tr: SelfTestMessages = {
  language: 'tr',
  title: 'Cihaz testi',
  running: 'Test ediliyor…',
  verdict: {
    good: 'Bu cihaz ekran olmaya uygun',
    limited: 'Bu cihaz bazı kısıtlamalarla çalışıyor',
    bad: 'Çözülmesi gereken bir sorun var',
  },
  code: 'Destek kodu',
  back: 'Ekrana dön',
  again: 'Yeniden test et',
  hint: 'Yön tuşları ve OK. Ekran {minutes} dakika sonra kendiliğinden döner.',
  names: {
    server: 'Sunucu',
    path: 'Sunucuya giden yol',
    socket: 'Anlık güncelleme',
    clock: 'Saat',
    restart: 'Elektrik kesintisinden sonra',
    storage: 'Cihazın belleği',
    space: 'Yer',
    engine: 'Tarayıcı',
    sound: 'Ziller',
    scripts: 'Harfler',
  },
  texts: {
    server: {
      reachable: 'Sunucu yanıt veriyor.',
      unreachable: 'Sunucu yanıt vermiyor. Ağı kontrol edin. Ekran çalışmaya devam eder.',
      intercepted: 'Sunucunun yerine başka bir şey yanıtlıyor: giriş sayfası ya da filtre.',
    },
    path: {
      clean: 'Filtre ya da TLS denetimi belirtisi yok.',
      plain: 'Yalnızca http: ağdakiler okuyup değiştirebilir. https daha iyi.',
      proxied: 'Arada sunucunun tanımadığı bir proxy var. TLS denetimi olabilir.',
      altered:
        'Bir filtre sayfaları değiştiriyor: TLS denetimi şüphesi. Bu adresin muaf tutulmasını isteyin.',
      untrusted:
        'Sunucunun kendi proxy’si ayarlanmamış: sunucuyu işleten TRUST_PROXY değerini girmeli.',
    },
    socket: {
      open: 'Soket açık: değişiklikler saniyeler içinde görünür.',
      blocked: 'Soket engelli: değişiklikler 45 saniyeye kadar gecikir.',
    },
    clock: {
      right: 'Doğru. Dilim: {zone}.',
      off: '{minutes} dk sapıyor. Ekran sunucunun saatini esas alır.',
      wrong: 'Bir günden fazla yanlış: https çalışmayabilir. Saati ayarlayın.',
    },
    restart: {
      device: 'Düzey 1: ağ olmadan bu cihazdan başlar.',
      cache: 'Düzey 2: http ile, tarayıcının önbelleği yettiğince başlar.',
      server: 'Düzey 3: yalnızca sunucu yanıt verirse başlar.',
    },
    storage: {
      worker: 'İçerik iki kez saklanıyor.',
      database: 'İçerik yalnızca veritabanında saklanıyor.',
      local: 'Yer az: metinler saklanır, resimler saklanmaz.',
      memory: 'Hiçbir şey saklanmıyor. Yeniden başlayınca sunucu gerekir.',
    },
    space: {
      ample: 'Resim ve videolar için {free} boş.',
      low: 'Yalnızca {free} boş. Resim ve videolar eksik olabilir.',
    },
    engine: {
      current: '{engine}: gereken her şey var.',
      aged: '{engine}: eski ama destekleniyor.',
      unsupported: '{engine}: desteklenmiyor. TV çubuğu ya da kiosk bilgisayarı kullanın.',
    },
    sound: {
      plays: 'Dokunmadan çalabilir.',
      muted: 'Dokunulana kadar sessiz. Bu adres için otomatik oynatmaya izin verin.',
      absent: 'Bu tarayıcı ses çıkarmıyor.',
    },
    scripts: {
      drawn: 'Arap ve Türk harfleri doğru çiziliyor.',
      unshaped: 'Arap harfleri birleşmiyor. Daha yeni bir tarayıcı gerekir.',
      missing: 'Harfler eksik: yazı tipleri yüklenmedi.',
    },
  },
  untested: 'Şu anda bilinemiyor.',
  soundUntested: 'Tuşa basıldıktan sonra bilinemez. {address} adresini açın.',
};
