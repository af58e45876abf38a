/** What a file may hold. */
export const KINDS = [
  'classes',
  'bells',
  'timetable',
  'holidays',
  'dayplans',
  'cover',
  'duty',
  'notices',
  'honours',
] as const;
export type Kind = (typeof KINDS)[number];

/** The languages in which headings and words are known without a mapping. */
export const LANGUAGES = ['en', 'ar', 'es', 'fr', 'de', 'tr'] as const;
type Language = (typeof LANGUAGES)[number];

/** Words in each language, several separated by `|`. */
export type Words = Readonly<Record<Language, string>>;

/** Words in the names of files and sheets that say what they hold. */
export const KIND_WORDS: Readonly<Record<Kind, Words>> = {
  classes: {
    en: 'classes|forms',
    ar: 'الصفوف|الفصول',
    es: 'clases|grupos',
    fr: 'classes',
    de: 'klassen',
    tr: 'sınıflar',
  },
  bells: {
    en: 'bells|periods',
    ar: 'الأجراس|التوقيت',
    es: 'timbres',
    fr: 'sonneries',
    de: 'stundenraster|zeitraster|klingel',
    tr: 'zil',
  },
  timetable: {
    en: 'timetable|lessons',
    ar: 'جدول الحصص|الحصص',
    es: 'horario',
    fr: 'emploi du temps',
    de: 'stundenplan',
    tr: 'ders programı',
  },
  holidays: {
    en: 'holiday|vacation',
    ar: 'عطل|إجاز|عيد',
    es: 'vacaciones|festivo',
    fr: 'vacances|férié',
    de: 'ferien|feiertag',
    tr: 'tatil',
  },
  dayplans: {
    en: 'day plans|special days',
    ar: 'أيام خاصة',
    es: 'días especiales',
    fr: 'jours spéciaux',
    de: 'sondertage|tagespläne',
    tr: 'özel günler',
  },
  cover: {
    en: 'cover|substitutions',
    ar: 'الاحتياط|البدلاء',
    es: 'sustituciones|guardias',
    fr: 'remplacements',
    de: 'vertretung',
    tr: 'vekalet|yerine',
  },
  duty: {
    en: 'duty|duties',
    ar: 'المناوبة',
    es: 'turnos|vigilancia',
    fr: 'surveillance',
    de: 'aufsicht',
    tr: 'nöbet',
  },
  notices: {
    en: 'notices|announcements|news',
    ar: 'الإعلانات|الأخبار',
    es: 'avisos|anuncios',
    fr: 'annonces|actualités',
    de: 'aushang|mitteilungen|nachrichten',
    tr: 'duyuru',
  },
  honours: {
    en: 'honours|honors|awards',
    ar: 'لوحة الشرف|التكريم',
    es: 'méritos|cuadro de honor',
    fr: 'félicitations|tableau d’honneur',
    de: 'ehrungen|auszeichnungen',
    tr: 'onur|ödül',
  },
};
