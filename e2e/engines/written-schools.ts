import type { WrittenSchool } from './school-day.js';

export const RIVERSIDE: WrittenSchool = {
  school: { name: 'Riverside School', locale: 'en-GB', theme: { mode: 'dark', accent: '#ffb84d' } },
  labels: [
    'Assembly',
    'Lesson 1',
    'Lesson 2',
    'Break',
    'Lesson 3',
    'Lesson 4',
    'Lunch',
    'Lesson 5',
    'Lesson 6',
  ],
  lessons: [
    '7A | Mathematics | Ms Rahman | Room 11',
    '7B | English | Mr Haddad | Room 12',
    '8A | Sport | Mr Osei | Gym',
    '8B | Chemistry | Dr Petrov | Lab 1',
    '9A | Physics | Ms Okafor | Lab 2',
    '9B | History | Mr Lefèvre | Room 20',
  ],
  announcements: [
    {
      id: 'fair',
      title: 'Science fair set-up starts after lesson 6',
      body: 'Bring your display boards to the main hall. Doors close at 16:30.',
    },
    { id: 'bicycles', level: 'warning', title: 'Please walk your bicycle through the yard' },
  ],
  honours: [{ id: 'gold', name: 'Amara Nwosu', title: '9A, gold at the regional olympiad' }],
  duty: [{ teacher: 'Ms Byrne', place: 'Yard' }],
  cover: { teacher: 'Mr Ivanov', absentTeacher: 'Mr Haddad' },
};

/** Written from right to left, with its own digits and a second calendar. */
export const NAHR: WrittenSchool = {
  school: {
    name: 'مدرسة النهر',
    locale: 'ar-SA',
    theme: { mode: 'light', accent: '#b45309' },
    secondCalendar: { kind: 'hijri' },
  },
  labels: [
    'الطابور',
    'الحصة الأولى',
    'الحصة الثانية',
    'الفسحة',
    'الحصة الثالثة',
    'الحصة الرابعة',
    'الصلاة',
    'الحصة الخامسة',
    'الحصة السادسة',
  ],
  lessons: [
    '٧ أ | الرياضيات | أ. رحمن | قاعة ١١',
    '٧ ب | اللغة الإنجليزية | أ. حداد | قاعة ١٢',
    '٨ أ | التربية البدنية | أ. عيسى | الصالة',
    '٨ ب | الكيمياء | د. بدر | مختبر ١',
    '٩ أ | الفيزياء | أ. نورة | مختبر ٢',
    '٩ ب | التاريخ | أ. فارس | قاعة ٢٠',
  ],
  announcements: [
    {
      id: 'fair',
      title: 'تجهيز معرض العلوم بعد الحصة السادسة',
      body: 'أحضروا لوحات العرض إلى البهو الرئيسي. تُغلق الأبواب الساعة ١٦:٣٠.',
    },
    { id: 'club', title: 'نادي Robotics يبدأ يوم الأحد' },
  ],
  honours: [
    {
      id: 'gold',
      name: 'عبد الرحمن بن سليمان الحربي',
      title: 'المركز الأول في أولمبياد الرياضيات',
    },
  ],
  duty: [{ teacher: 'أ. سامر', place: 'الساحة الشرقية' }],
  cover: { teacher: 'أ. سامر', absentTeacher: 'أ. كامل' },
};
