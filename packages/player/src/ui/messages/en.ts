import type { Messages } from './messages.js';

/** The language that is built in: what shows while another is not there. */
export const en: Messages = {
  language: 'en',

  now: 'Now',
  next: 'Next',
  lastKnown: 'Last known',
  schoolStarts: 'School starts at',
  firstSlot: 'First',
  schoolOver: 'School is over for today',
  endOfDay: 'End of the day',
  seeYouTomorrow: 'See you tomorrow',
  seeYouOn: 'See you on {day}',
  seeYouOnDate: 'See you on {day}',
  noSchool: 'No school today',
  weekend: 'Weekend',
  returns: 'School returns',
  tomorrow: 'tomorrow',
  noProgram: 'No timetable for today',

  minutesLeft: { other: 'min left' },
  minutesToGo: { other: 'min to go' },
  left: 'left',
  toGo: 'to go',

  day: 'The day',
  notices: 'Notices',
  important: 'Important',
  classesNow: 'Classes now',
  classesIn: 'Classes in {slot}',
  changes: 'Changes today',
  change: {
    cover: 'Cover',
    cancelled: 'Cancelled',
    'room-change': 'Room change',
    moved: 'Moved',
  },
  insteadOf: '{teacher} away',
  duty: 'On duty',
  allDay: 'All day',
  honours: 'Honours',

  alert: {
    lockdown: 'Lockdown',
    evacuate: 'Evacuate',
    weather: 'Weather warning',
    information: 'Information',
  },
  drill: 'This is a drill',
  since: 'Since {time}',

  offline: 'Offline',
  offlineSince: 'Offline since {time}',
  offlineForDays: { one: 'Offline for a day', other: 'Offline for {count} days' },
  timeUnconfirmed: 'Time not confirmed',
  timeUnknown: 'Waiting for the time',
  rejected: {
    'unknown-screen': 'No longer updated',
    'bound-elsewhere': 'Shown on another device',
  },
  pair: 'Scan the code, or enter it at',
  empty: {
    starting: { title: 'Starting', text: 'The timetable appears in a moment.' },
    'no-token': {
      title: 'Connect this screen',
      text: 'Open its full address. The school’s administrator has it.',
    },
    'no-contact': {
      title: 'Waiting for the network',
      text: 'The timetable appears as soon as the server can be reached.',
    },
    'unknown-screen': {
      title: 'This screen is not known',
      text: 'It may have a new address. The school’s administrator has it.',
    },
    'bound-elsewhere': {
      title: 'Shown on another device',
      text: 'The school’s administrator can move it to this one.',
    },
  },
};
