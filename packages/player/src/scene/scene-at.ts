import {
  ANNOUNCEMENT_LEVELS,
  type Announcement,
  type ProgramDay,
  type ScreenInfo,
  type Slot,
  type Snapshot,
} from '@hallboard/shared';
import { alertAt, nextAlertChange } from './alert.js';
import { itemsFor, shownAt, windowBorders } from './items.js';
import { classesAt, coverAt, dutyAt } from './lessons.js';
import { flatMap, sortBy } from './lists.js';
import { momentAt } from './moment.js';
import { isNight, nextNightChange } from './night.js';
import { dayAt, divisionOf, programBorders, runningSlots, slotsOf } from './program-day.js';
import type { DayScene, Scene, TimelineEntry } from './scene.js';

/**
 * What a screen shows at one moment: pure, and total for every instant (TIME-2). An alert beats the
 * night (TIME-5), the night beats the day.
 * @param nowMs true time, ms since the epoch (TIME-1).
 */
export function sceneAt(snapshot: Snapshot, screen: ScreenInfo, nowMs: number): Scene {
  const alerts = itemsFor(snapshot.view, snapshot.alerts);
  const alert = alertAt(alerts, nowMs);
  const alertChange = nextAlertChange(alerts, alert, nowMs);
  if (alert !== undefined) return { kind: 'alert', alert, changesAt: alertChange };

  const nightChange = nextNightChange(snapshot.school, screen.nightHours, nowMs);
  const changesAt = Math.min(alertChange, nightChange);
  if (isNight(snapshot.school, screen.nightHours, nowMs)) return { kind: 'off', changesAt };

  const scene = daySceneAt(snapshot, screen, nowMs);
  return { ...scene, changesAt: Math.min(changesAt, scene.changesAt) };
}

function daySceneAt(snapshot: Snapshot, screen: ScreenInfo, nowMs: number): DayScene {
  const { view } = snapshot;
  const division = divisionOf(snapshot, screen);
  const days = division?.days ?? [];
  const today = dayAt(days, nowMs);
  const running = runningSlots(days, nowMs);
  /** Yesterday, while a slot of its own still runs. */
  const day = running[0]?.day ?? today;

  const announcements = itemsFor(view, snapshot.announcements);
  const honours = itemsFor(view, snapshot.honours);
  const media = itemsFor(view, snapshot.media);
  const cover = itemsFor(view, snapshot.cover).filter(({ date }) => date === day?.date);
  const duty = itemsFor(view, snapshot.duty).filter(({ date }) => date === day?.date);
  const lessons = day &&
    division && {
      snapshot,
      screen,
      divisionId: division.id,
      day,
      cover: shownAt(cover, nowMs),
    };
  // A slot of another day has that day's lessons, which are not these.
  const slots = running.filter((each) => each.day === day).map(({ slot }) => slot);
  const classes = lessons && classesAt(lessons, slots, nowMs);
  const changes = lessons === undefined ? [] : coverAt(lessons, nowMs);

  return {
    kind: 'day',
    layout: view.layout,
    moment: momentAt(days, today, running, nowMs),
    ...(today && { day: today }),
    timeline: day === undefined ? [] : timelineOf(day, nowMs),
    ...(classes && { classes }),
    announcements: byUrgency(shownAt(announcements, nowMs)),
    honours: shownAt(honours, nowMs),
    cover: changes,
    duty: day === undefined ? [] : dutyAt(shownAt(duty, nowMs), day, nowMs),
    media: shownAt(media, nowMs),
    changesAt: firstAfter(nowMs, [
      ...programBorders(days),
      // By the bells of another division, it may be.
      ...changes.map(({ slot }) => slot?.endsAt ?? Infinity),
      ...flatMap([announcements, honours, media, cover, duty], windowBorders),
    ]),
  };
}

function timelineOf(day: ProgramDay, nowMs: number): readonly TimelineEntry[] {
  return slotsOf(day).map((slot) => ({ slot, phase: phaseOf(slot, nowMs) }));
}

function phaseOf(slot: Slot, nowMs: number): TimelineEntry['phase'] {
  if (slot.endsAt <= nowMs) return 'past';
  return slot.startsAt <= nowMs ? 'now' : 'coming';
}

/** The most urgent first, else as published. */
function byUrgency(announcements: readonly Announcement[]): readonly Announcement[] {
  return sortBy(announcements, ({ level }) => -ANNOUNCEMENT_LEVELS.indexOf(level));
}

function firstAfter(nowMs: number, instants: readonly number[]): number {
  return instants.reduce((first, at) => (at > nowMs && at < first ? at : first), Infinity);
}
