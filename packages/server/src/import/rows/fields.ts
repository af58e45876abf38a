import type { Kind, Words } from './kinds.js';

/** A column that a kind of file may have. */
export interface Field {
  /** What it is for, in a few words: the documentation's table is made of these. */
  readonly about: string;
  /** Without it, a row says nothing. @default false */
  readonly required?: boolean;
  /** What its heading is called. */
  readonly headings: Words;
}

const w = (en: string, ar: string, es: string, fr: string, de: string, tr: string): Words => ({
  en,
  ar,
  es,
  fr,
  de,
  tr,
});

const CLASS = w(
  'class|form|classes',
  'الصف|الفصل|الشعبة',
  'clase|grupo',
  'classe|classes',
  'Klasse|Klassen',
  'sınıf|şube',
);
const DAY = w('day|weekday', 'اليوم', 'día', 'jour', 'Tag|Wochentag', 'gün');
const PERIOD = w(
  'period|slot|lesson',
  'الحصة',
  'hora|periodo|sesión',
  'heure|période|créneau|séance',
  'Stunde|Std',
  'ders saati|ders no|saat',
);
const SUBJECT = w(
  'subject',
  'المادة',
  'asignatura|materia',
  'matière|discipline',
  'Fach',
  'ders|branş',
);
const TEACHER = w(
  'teacher|staff',
  'المعلم|المعلمة|المدرس|الأستاذ',
  'profesor|profesora|docente',
  'professeur|enseignant|prof',
  'Lehrer|Lehrerin|Lehrkraft|Vertreter',
  'öğretmen',
);
const ROOM = w('room', 'القاعة|الغرفة', 'aula|sala', 'salle', 'Raum|Zimmer', 'derslik|salon|oda');
const WEEK = w('week', 'الأسبوع', 'semana', 'semaine', 'Woche', 'hafta');
const DATE = w('date', 'التاريخ', 'fecha', 'date', 'Datum', 'tarih');
const FROM = w(
  'from|start|starts|first day',
  'من|البداية|من تاريخ',
  'desde|inicio',
  'du|début|de',
  'von|ab|Beginn',
  'başlangıç',
);
const UNTIL = w(
  'until|to|end|ends|last day',
  'إلى|حتى|النهاية',
  'hasta|fin',
  'au|fin|jusqu’au',
  'bis|Ende',
  'bitiş',
);
const TITLE = w('title|heading', 'العنوان', 'título', 'titre', 'Titel|Überschrift', 'başlık');
const TEXT = w(
  'text|body|message|details',
  'النص|التفاصيل',
  'texto|mensaje',
  'texte|message',
  'Text|Nachricht',
  'metin|mesaj',
);
const GROUPS = w(
  'groups|screens',
  'الشاشات|المجموعات',
  'pantallas|grupos de pantallas',
  'écrans|groupes',
  'Bildschirme|Gruppen',
  'ekranlar|gruplar',
);
const DIVISION = w(
  'division|section',
  'القسم|المرحلة',
  'sección|etapa',
  'section',
  'Abteilung',
  'bölüm',
);
const SCHEDULE = w(
  'schedule|bell schedule',
  'الدوام|جدول الأجراس',
  'horario',
  'horaire|grille',
  'Zeitraster|Raster',
  'çizelge|program',
);
const KIND = w('kind|type', 'النوع', 'tipo', 'type', 'Art|Typ', 'tür');
const PLACE = w('place|location', 'المكان|الموقع', 'lugar', 'lieu', 'Ort', 'yer');
const NAME = w('name', 'الاسم', 'nombre', 'nom', 'Name', 'ad|isim');

/** The columns of each kind. */
export const FIELDS: Readonly<Record<Kind, Readonly<Record<string, Field>>>> = {
  classes: {
    class: { about: 'its name', required: true, headings: CLASS },
    division: { about: 'whose bells it follows', headings: DIVISION },
  },
  bells: {
    period: { about: 'its name or number', required: true, headings: PERIOD },
    start: { about: 'a time', required: true, headings: FROM },
    end: { about: 'a time', required: true, headings: UNTIL },
    schedule: { about: 'which kind of day; absent: `regular`', headings: SCHEDULE },
    days: {
      about: 'the weekdays of that schedule: `Mon-Thu`',
      headings: w('days|weekdays', 'الأيام', 'días', 'jours', 'Tage|Wochentage', 'günler'),
    },
    label: {
      about: 'what screens call it',
      headings: w(
        'label|name',
        'التسمية|الاسم',
        'etiqueta|nombre',
        'libellé|nom',
        'Bezeichnung|Name',
        'etiket|ad',
      ),
    },
    kind: { about: 'period, break, assembly or other', headings: KIND },
    bell: {
      about: 'whether it rings: yes or no',
      headings: w('bell|rings', 'الجرس', 'timbre', 'sonnerie', 'Klingel', 'zil'),
    },
    division: { about: 'whose bells these are', headings: DIVISION },
  },
  timetable: {
    class: { about: 'one, or several with commas', required: true, headings: CLASS },
    day: { about: 'a weekday, or a day of the cycle', required: true, headings: DAY },
    period: { about: 'as the bells call it', required: true, headings: PERIOD },
    subject: { about: '', required: true, headings: SUBJECT },
    teacher: { about: '', headings: TEACHER },
    room: { about: '', headings: ROOM },
    week: { about: 'of a cycle of weeks; absent: every week', headings: WEEK },
    division: { about: 'of a class that is new', headings: DIVISION },
  },
  holidays: {
    title: {
      about: '',
      required: true,
      headings: w(
        `${TITLE.en}|holiday|name`,
        `${TITLE.ar}|العطلة|الاسم`,
        `${TITLE.es}|festivo|nombre`,
        `${TITLE.fr}|vacances|nom`,
        `${TITLE.de}|Ferien|Feiertag|Name`,
        `${TITLE.tr}|tatil|ad`,
      ),
    },
    from: {
      about: 'its first day',
      required: true,
      headings: w(
        `${FROM.en}|date`,
        `${FROM.ar}|التاريخ`,
        `${FROM.es}|fecha`,
        `${FROM.fr}|date`,
        `${FROM.de}|Datum`,
        `${FROM.tr}|tarih`,
      ),
    },
    to: { about: 'its last day; absent: the same', headings: UNTIL },
  },
  dayplans: {
    date: { about: '', required: true, headings: DATE },
    schedule: { about: 'a day template, or the bells of that day', headings: SCHEDULE },
    day: { about: 'which day of the cycle it follows', headings: DAY },
    title: { about: 'what the day is called', headings: TITLE },
    division: { about: 'absent: all', headings: DIVISION },
  },
  cover: {
    date: { about: '', required: true, headings: DATE },
    period: { about: '', required: true, headings: PERIOD },
    class: { about: 'one, or several with commas', required: true, headings: CLASS },
    kind: {
      about: 'cover, cancelled, room change or moved; absent: cover',
      headings: w(
        `${KIND.en}|change`,
        `${KIND.ar}|التغيير`,
        `${KIND.es}|cambio`,
        `${KIND.fr}|changement`,
        `${KIND.de}|Vertretungsart`,
        `${KIND.tr}|değişiklik`,
      ),
    },
    subject: { about: '', headings: SUBJECT },
    teacher: { about: 'who takes the lesson', headings: TEACHER },
    absent: {
      about: 'who is away; for staff screens',
      headings: w(
        'absent|absent teacher|for',
        'الغائب|المعلم الغائب',
        'ausente|profesor ausente',
        'absent|professeur absent',
        'abwesend|fehlt|statt|absenter Lehrer',
        'gelmeyen|izinli öğretmen',
      ),
    },
    room: { about: '', headings: ROOM },
    note: {
      about: '',
      headings: w(
        'note|remark',
        'ملاحظة|ملاحظات',
        'nota|observaciones',
        'note|remarque',
        'Bemerkung|Hinweis|Notiz',
        'not|açıklama',
      ),
    },
  },
  duty: {
    teacher: { about: '', required: true, headings: TEACHER },
    place: { about: '', required: true, headings: PLACE },
    date: { about: 'either a date', headings: DATE },
    day: { about: 'or a day of the cycle', headings: DAY },
    week: { about: 'of a cycle of weeks; absent: every week', headings: WEEK },
    period: { about: 'absent: all day', headings: PERIOD },
  },
  notices: {
    title: { about: '', required: true, headings: TITLE },
    body: { about: 'what it says below', headings: TEXT },
    level: {
      about: 'info, success, warning or urgent',
      headings: w(
        'level|importance',
        'الأهمية',
        'nivel|importancia',
        'niveau|importance',
        'Stufe|Wichtigkeit',
        'önem|düzey',
      ),
    },
    groups: { about: 'of screens; absent: all', headings: GROUPS },
    from: { about: 'a date or a moment', headings: FROM },
    until: { about: 'the last day, or a moment', headings: UNTIL },
  },
  honours: {
    name: {
      about: 'whose',
      required: true,
      headings: w(
        `${NAME.en}|student|pupil`,
        `${NAME.ar}|الطالب|الطالبة`,
        `${NAME.es}|alumno|alumna`,
        `${NAME.fr}|élève`,
        `${NAME.de}|Schüler|Schülerin`,
        `${NAME.tr}|öğrenci`,
      ),
    },
    title: {
      about: 'what for',
      required: true,
      headings: w(
        `${TITLE.en}|award|honour|honor`,
        `${TITLE.ar}|التكريم|الجائزة`,
        `${TITLE.es}|premio|mérito`,
        `${TITLE.fr}|prix`,
        `${TITLE.de}|Auszeichnung|Ehrung`,
        `${TITLE.tr}|ödül`,
      ),
    },
    reason: {
      about: '',
      headings: w('reason', 'السبب', 'motivo', 'raison|motif', 'Grund', 'neden'),
    },
    groups: { about: 'of screens; absent: all', headings: GROUPS },
    from: { about: 'a date or a moment', headings: FROM },
    until: { about: 'the last day, or a moment', headings: UNTIL },
  },
};
