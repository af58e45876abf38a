/** One who teaches, as the timetable names them. */
export interface SampleTeacher {
  readonly name: string;
  readonly subject: string;
  /** Where the subject needs a room of its own; otherwise lessons are in the class's room. */
  readonly room?: string;
}

/** Lessons a week of each subject, of which every class has all: 35 in sum. */
export const SUBJECTS: Readonly<Record<string, number>> = {
  Mathematics: 5,
  English: 5,
  Science: 5,
  Spanish: 4,
  Sport: 3,
  History: 2,
  Geography: 2,
  French: 2,
  Art: 2,
  Music: 2,
  Computing: 2,
  Ethics: 1,
};

const NAMES: Readonly<Record<string, readonly string[]>> = {
  Mathematics: [
    'Ms Abara',
    'Mr Lindqvist',
    'Dr Okonkwo',
    'Ms Petrova',
    'Mr Haddad',
    'Ms Whitfield',
    'Mr Banerjee',
    'Ms Castellanos',
    'Mr Fraser',
  ],
  English: [
    'Ms Cole',
    'Mr O’Donnell',
    'Ms Achebe',
    'Mr Sinclair',
    'Ms Rosenthal',
    'Mr Pemberton',
    'Ms Iqbal',
    'Mr Larkin',
    'Ms Mbeki',
  ],
  Science: [
    'Dr Petrov',
    'Ms Nakamura',
    'Mr Ferreira',
    'Dr Yilmaz',
    'Ms Thorne',
    'Mr Adeyemi',
    'Ms Kowalska',
    'Dr Moreau',
    'Mr Vance',
  ],
  Spanish: [
    'Sra. Ibáñez',
    'Sr. Quintana',
    'Ms Delgado',
    'Mr Rivas',
    'Sra. Echeverría',
    'Mr Tomlin',
    'Ms Salcedo',
  ],
  Sport: ['Mr Byrne', 'Ms Sørensen', 'Mr Kruger', 'Ms Doyle', 'Mr Tanaka'],
  History: ['Ms Fairweather', 'Mr Osei', 'Ms Lombardi'],
  Geography: ['Mr Ivanov', 'Ms Hartley', 'Mr Nkosi', 'Ms Bright'],
  French: ['Mme Laurent', 'M. Deschamps', 'Ms Villeneuve'],
  Art: ['Ms Zielinska', 'Mr Amadi', 'Ms Corrigan'],
  Music: ['Mr Castellan', 'Ms Eriksen', 'Mr Baptiste'],
  Computing: ['Ms Rao', 'Mr Whelan', 'Ms Grant'],
  Ethics: ['Mr Salisbury', 'Ms Farouk'],
};

const ROOMS: Readonly<Record<string, string>> = {
  Science: 'Lab',
  Art: 'Studio',
  Music: 'Music',
  Computing: 'Computing',
};
const SPORT_ROOMS = ['Gym', 'Sports hall', 'Pitch', 'Pool', 'Dance studio'];

/** The 60 of them, those of a subject together. */
export const TEACHERS: readonly SampleTeacher[] = Object.entries(NAMES).flatMap(
  ([subject, names]) =>
    names.map((name, at): SampleTeacher => {
      const kind = ROOMS[subject];
      const room = subject === 'Sport' ? SPORT_ROOMS[at] : kind && `${kind} ${at + 1}`;
      return { name, subject, ...(room !== undefined && { room }) };
    }),
);
