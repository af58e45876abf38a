import type { SchoolContentInput } from '../content/schema/content-schema.js';
import type { Random } from '../ports/random.js';

/** A request that changes a school's content, and what the content is to be afterwards. */
export interface Edit {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** Below the school. */
  readonly path: string;
  readonly body?: unknown;
  /** The revision that it is on top of; absent: whatever is newest. */
  readonly ifMatch?: string;
  /** As the audit log calls it. */
  readonly action: string;
  /**
   * @param answer what the server answered.
   * @param past the content at an earlier revision.
   */
  apply(
    before: SchoolContentInput,
    answer: ReturnType<typeof JSON.parse>,
    past: (revision: string) => SchoolContentInput,
  ): SchoolContentInput;
}

/** What a client can read of the school. */
export interface SchoolReader {
  content(): Promise<{ readonly content: SchoolContentInput; readonly revision: string }>;
  /** Revisions that the school can return to. */
  revisions(): Promise<readonly string[]>;
}

/** Few, so that clients meet. */
const IDS = ['one', 'two', 'three'];

/** Draws the next edit of a client. Each names itself, so that none can be mistaken for another. */
export async function drawEdit(
  random: Random,
  name: string,
  dates: readonly string[],
  school: SchoolReader,
): Promise<Edit> {
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random.next() * from.length)];
    if (one === undefined) throw new Error('there is something to pick from');
    return one;
  };
  const id = pick(IDS);
  const date = pick(dates);
  const lesson = { class: '7a', slot: pick(['p1', 'p2']), note: name };

  switch (pick(KINDS)) {
    case 'notice.add':
      return {
        method: 'POST',
        path: '/announcements',
        body: { title: name },
        action: 'announcement.add',
        apply: ({ announcements = [], ...rest }, { announcement }) => ({
          ...rest,
          announcements: [...announcements, announcement],
        }),
      };
    case 'notice.write':
      return {
        method: 'PUT',
        path: `/announcements/${id}`,
        body: { title: name },
        action: 'announcement.write',
        apply: ({ announcements = [], ...rest }, { announcement }) => ({
          ...rest,
          announcements: replaced(announcements, announcement),
        }),
      };
    case 'notice.remove':
      return {
        method: 'DELETE',
        path: `/announcements/${id}`,
        action: 'announcement.remove',
        apply: ({ announcements = [], ...rest }) => ({
          ...rest,
          announcements: announcements.filter((item) => item.id !== id),
        }),
      };
    case 'cover.write':
      return {
        method: 'PUT',
        path: `/cover/${date}/${date}-${id}`,
        body: lesson,
        action: 'cover.write',
        apply: (before, { cover }) =>
          withCoverOf(before, date, (ofDate) => replaced(ofDate, cover)),
      };
    case 'cover.remove':
      return {
        method: 'DELETE',
        path: `/cover/${date}/${date}-${id}`,
        action: 'cover.remove',
        apply: (before) =>
          withCoverOf(before, date, (ofDate) =>
            ofDate.filter((item) => item.id !== `${date}-${id}`),
          ),
      };
    case 'cover.replace':
      return {
        method: 'PUT',
        path: `/cover/${date}`,
        body: { cover: [lesson, { ...lesson, kind: 'cancelled' }] },
        action: 'cover.write',
        apply: (before, { cover }) => withCoverOf(before, date, () => cover),
      };
    case 'day.set':
      return {
        method: 'PUT',
        path: `/day-plans/${date}`,
        body: { template: 'early', title: name },
        action: 'day-plan.write',
        apply: ({ dayPlans = [], ...rest }) => ({
          ...rest,
          dayPlans: [
            ...dayPlans.filter((plan) => plan.date !== date),
            ...dayPlans.filter((plan) => plan.date === date && plan.source !== undefined),
            { date, template: 'early', title: name },
          ],
        }),
      };
    case 'day.clear':
      return {
        method: 'DELETE',
        path: `/day-plans/${date}`,
        action: 'day-plan.remove',
        apply: ({ dayPlans = [], ...rest }) => ({
          ...rest,
          dayPlans: [
            ...dayPlans.filter((plan) => plan.date !== date),
            ...(dayPlans.some((plan) => plan.date === date && plan.source === undefined)
              ? dayPlans.filter((plan) => plan.date === date && plan.source !== undefined)
              : []),
          ],
        }),
      };
    case 'publish': {
      // Read all, change it, and publish all on top of what was read.
      const { content, revision } = await school.content();
      return { ...publishOf(name, content), ifMatch: revision };
    }
    case 'return': {
      const revision = pick(await school.revisions());
      return {
        method: 'POST',
        path: '/return',
        body: { revision },
        action: 'content.return',
        apply: (_before, _answer, past) => past(revision),
      };
    }
  }
}

/** A publish of all the content with one thing added to what was read, whatever is newest. */
export function publishOf(name: string, read: SchoolContentInput): Edit {
  const apply = ({ honours = [], ...rest }: SchoolContentInput) => ({
    ...rest,
    honours: [...honours, { id: name, name, title: 'Star' }].slice(-5),
  });
  return { method: 'PUT', path: '/content', body: apply(read), action: 'content.publish', apply };
}

const KINDS = [
  'notice.add',
  'notice.write',
  'notice.write',
  'notice.remove',
  'cover.write',
  'cover.write',
  'cover.remove',
  'cover.replace',
  'day.set',
  'day.clear',
  'publish',
  'publish',
  'return',
] as const;

function replaced<T extends { readonly id: string }>(list: readonly T[], item: T): T[] {
  return list.some(({ id }) => id === item.id)
    ? list.map((one) => (one.id === item.id ? item : one))
    : [...list, item];
}

type Cover = NonNullable<SchoolContentInput['cover']>;

function withCoverOf(
  { cover = [], ...rest }: SchoolContentInput,
  date: string,
  change: (ofDate: Cover) => Cover,
): SchoolContentInput {
  const ofDate = change(cover.filter((item) => item.date === date));
  return { ...rest, cover: [...cover.filter((item) => item.date !== date), ...ofDate] };
}
