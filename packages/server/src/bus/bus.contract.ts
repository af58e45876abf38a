import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bus, ChangeNotice } from './bus.js';

/**
 * What every bus keeps to, whatever carries it (SRV-2). Call it from the implementation's test.
 * @param create makes a bus that is ready; called before each test.
 */
export function busContract(name: string, create: () => Promise<Bus>): void {
  describe(`${name} keeps the bus's contract [SRV-2]`, () => {
    let bus: Bus;
    beforeEach(async () => {
      bus = await create();
    });
    afterEach(() => bus.close());

    /** Collects what is heard; `until(n)` waits for the n-th notice. */
    function listen() {
      const heard: ChangeNotice[] = [];
      const waiting: { count: number; done: () => void }[] = [];
      const unsubscribe = bus.subscribe((notice) => {
        heard.push(notice);
        for (const { count, done } of waiting) if (heard.length >= count) done();
      });
      const until = (count: number) =>
        new Promise<void>((done) => {
          if (heard.length >= count) done();
          else waiting.push({ count, done });
        });
      return { heard, unsubscribe, until };
    }

    const notice: ChangeNotice = { schoolId: 'riverside', urgent: false };

    it('brings a notice to every listener, the publisher’s own included', async () => {
      const [one, two] = [listen(), listen()];
      bus.publish({ schoolId: 'riverside', urgent: true });
      await Promise.all([one.until(1), two.until(1)]);
      expect(one.heard).toEqual([{ schoolId: 'riverside', urgent: true }]);
      expect(two.heard).toEqual(one.heard);
    });

    it.each<[string, ChangeNotice]>([
      ['of the whole installation', { urgent: false }],
      [
        'with a command [WS-2]',
        {
          schoolId: 'riverside',
          urgent: true,
          command: { id: 'c1', screenId: 'hall', name: 'reload' },
        },
      ],
    ])('brings a notice %s whole', async (_name, whole) => {
      const { heard, until } = listen();
      bus.publish(whole);
      await until(1);
      expect(heard).toEqual([whole]);
    });

    it('says that it is connected [SRV-9]', () => {
      expect(bus.isConnected).toBe(true);
    });

    it('knows that it is one node at least [WS-8]', () => {
      expect(bus.nodes).toBe(1);
    });

    it('returns to the publisher before anybody listens', async () => {
      const { heard, until } = listen();
      bus.publish(notice);
      expect(heard).toEqual([]);
      await until(1);
    });

    it('tells one listener twice if it subscribed twice', async () => {
      const heard: ChangeNotice[] = [];
      const listener = (one: ChangeNotice) => void heard.push(one);
      const unsubscribe = bus.subscribe(listener);
      bus.subscribe(listener);
      const last = listen();
      bus.publish(notice);
      await last.until(1);
      expect(heard).toHaveLength(2);
      unsubscribe();
      unsubscribe();
      bus.publish(notice);
      await last.until(2);
      expect(heard).toHaveLength(3);
    });

    it('tells nothing to those who have unsubscribed, even of what was under way', async () => {
      const [gone, stays] = [listen(), listen()];
      bus.publish(notice);
      gone.unsubscribe();
      bus.publish(notice);
      await stays.until(2);
      expect(gone.heard).toEqual([]);
    });

    it('takes notices after it was closed, and tells nobody', async () => {
      const { heard } = listen();
      await bus.close();
      await bus.close();
      bus.publish(notice);
      await new Promise<void>((done) => queueMicrotask(done));
      expect(heard).toEqual([]);
    });
  });
}
