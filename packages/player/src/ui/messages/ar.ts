import type { Messages, PluralCategory } from './messages.js';

export const ar: Messages = {
  pluralOf,

  now: 'الآن',
  next: 'التالي',
  lastKnown: 'آخر ما عُرف',
  schoolStarts: 'يبدأ اليوم الدراسي الساعة',
  firstSlot: 'البداية',
  schoolOver: 'انتهى اليوم الدراسي',
  endOfDay: 'نهاية اليوم الدراسي',
  seeYouTomorrow: 'نراكم غدًا',
  seeYouOn: 'نراكم {day}',
  noSchool: 'لا دراسة اليوم',
  weekend: 'عطلة نهاية الأسبوع',
  returns: 'تُستأنف الدراسة',
  tomorrow: 'غدًا',
  noProgram: 'لا يوجد جدول لهذا اليوم',

  minutesLeft: {
    one: 'دقيقة متبقية',
    two: 'دقيقتان متبقيتان',
    few: 'دقائق متبقية',
    other: 'دقيقة متبقية',
  },
  minutesToGo: { few: 'دقائق على البداية', other: 'دقيقة على البداية' },
  left: 'الوقت المتبقي',
  toGo: 'على البداية',

  day: 'اليوم',
  notices: 'إعلانات',
  important: 'مهم',
  classesNow: 'الفصول الآن',
  classesIn: 'الفصول في {slot}',
  changes: 'تغييرات اليوم',
  change: {
    cover: 'انتظار',
    cancelled: 'ملغاة',
    'room-change': 'تغيير القاعة',
    moved: 'منقولة',
  },
  insteadOf: 'بدلاً من {teacher}',
  duty: 'المناوبة',
  allDay: 'طوال اليوم',

  alert: {
    lockdown: 'إغلاق احترازي',
    evacuate: 'إخلاء',
    weather: 'تحذير جوي',
    information: 'تنبيه',
  },
  drill: 'هذا تدريب',
  since: 'منذ {time}',

  offline: 'غير متصل',
  offlineSince: 'غير متصل منذ {time}',
  offlineForDays: {
    one: 'غير متصل منذ يوم',
    two: 'غير متصل منذ يومين',
    few: 'غير متصل منذ {count} أيام',
    many: 'غير متصل منذ {count} يومًا',
    other: 'غير متصل منذ {count} يوم',
  },
  timeUnconfirmed: 'الوقت غير مؤكد',
  timeUnknown: 'في انتظار الوقت',
  rejected: {
    'unknown-screen': 'توقّف التحديث',
    'bound-elsewhere': 'تُعرض على جهاز آخر',
  },
  pair: 'يُدخل مسؤول المدرسة هذا الرمز على',
  empty: {
    starting: { title: 'جارٍ البدء', text: 'يظهر برنامج اليوم بعد لحظات.' },
    'no-token': {
      title: 'اربطوا هذه الشاشة',
      text: 'افتحوا العنوان الكامل الموجود لدى مسؤول المدرسة.',
    },
    'no-contact': {
      title: 'في انتظار الشبكة',
      text: 'يظهر برنامج اليوم تلقائيًا عند الاتصال بالخادم.',
    },
    'unknown-screen': {
      title: 'هذه الشاشة غير معروفة',
      text: 'ربما صار لها عنوان جديد لدى مسؤول المدرسة.',
    },
    'bound-elsewhere': {
      title: 'تُعرض هذه الشاشة على جهاز آخر',
      text: 'يستطيع مسؤول المدرسة نقلها إلى هذا الجهاز.',
    },
  },
};

function pluralOf(count: number): PluralCategory {
  const rest = count % 100;
  if (count <= 2) return count === 0 ? 'zero' : count === 1 ? 'one' : 'two';
  if (rest >= 3 && rest <= 10) return 'few';
  return rest >= 11 ? 'many' : 'other';
}
