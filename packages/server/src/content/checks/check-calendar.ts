import type { ContentDivision, Cycle, DayPlan, DayTemplate } from '../schema/calendar-schema.js';
import type { SchoolContent } from '../schema/content-schema.js';
import { cycleDays } from '../schema/cycle-days.js';
import { WEEKDAYS } from '../schema/weekdays.js';
import { type Report, reportRepeated, reportUnknown } from './report.js';

/** Finds what contradicts itself in divisions, cycle, holidays and day plans. */
export function checkCalendar(content: SchoolContent, report: Report): void {
  reportRepeated(
    report,
    content.divisions.map(({ id }) => id),
    (index) => `divisions[${index}].id`,
  );
  content.divisions.forEach((division, index) => {
    checkDivision(content, division, `divisions[${index}]`, report);
  });
  checkCycle(content.cycle, report);
  content.holidays.forEach(({ from, to }, index) => {
    if (to !== undefined && to < from) report(`holidays[${index}].to`, `is before ${from}`);
  });
  reportRepeated(
    report,
    content.dayTemplates.map(({ id }) => id),
    (index) => `dayTemplates[${index}].id`,
  );
  content.dayTemplates.forEach((template, index) => {
    checkDayTemplate(content, template, `dayTemplates[${index}]`, report);
  });
  reportRepeated(
    report,
    content.dayPlans.map(({ date, division, source }) =>
      [date, division ?? 'for all divisions', ...(source === undefined ? [] : [source])].join(' '),
    ),
    (index) => `dayPlans[${index}].date`,
  );
  content.dayPlans.forEach((plan, index) => {
    checkDayPlan(content, plan, `dayPlans[${index}]`, report);
  });
}

function checkDivision(
  { weekend }: SchoolContent,
  { schedules, week }: ContentDivision,
  path: string,
  report: Report,
): void {
  const ids = schedules.map(({ id }) => id);
  reportRepeated(report, ids, (index) => `${path}.schedules[${index}].id`);
  schedules.forEach(({ slots }, index) => {
    const slotPath = (slot: number) => `${path}.schedules[${index}].slots[${slot}]`;
    reportRepeated(
      report,
      slots.map(({ key }) => key),
      (slot) => `${slotPath(slot)}.key`,
    );
    slots.forEach(({ start, end }, slot) => {
      if (start === end) report(`${slotPath(slot)}.end`, 'is the same as start');
    });
  });
  const known = new Set(ids);
  for (const weekday of WEEKDAYS) {
    const schedule = week[weekday];
    reportUnknown(report, known, schedule, `${path}.week.${weekday}`, 'schedule');
    if (schedule !== undefined && weekend.includes(weekday)) {
      report(`${path}.week.${weekday}`, 'has a schedule, but the weekend has this day');
    }
  }
}

function checkCycle(cycle: Cycle, report: Report): void {
  switch (cycle.kind) {
    case 'weekdays':
      return;
    case 'weeks': {
      const known = new Set(cycle.weeks);
      reportRepeated(report, cycle.weeks, (index) => `cycle.weeks[${index}]`);
      cycle.anchors.forEach(({ week }, index) => {
        reportUnknown(report, known, week, `cycle.anchors[${index}].week`, 'week');
      });
      break;
    }
    case 'days': {
      const known = new Set(cycle.days);
      reportRepeated(report, cycle.days, (index) => `cycle.days[${index}]`);
      cycle.anchors.forEach(({ day }, index) => {
        reportUnknown(report, known, day, `cycle.anchors[${index}].day`, 'day');
      });
      break;
    }
  }
  reportRepeated(
    report,
    cycle.anchors.map(({ date }) => date),
    (index) => `cycle.anchors[${index}].date`,
  );
}

function checkDayTemplate(
  { divisions, cycle }: SchoolContent,
  { schedules, cycleDay }: DayTemplate,
  path: string,
  report: Report,
): void {
  reportUnknown(report, new Set(cycleDays(cycle)), cycleDay, `${path}.cycleDay`, 'cycle day');
  for (const [divisionId, schedule] of Object.entries(schedules)) {
    const schedulePath = `${path}.schedules.${divisionId}`;
    const division = divisions.find(({ id }) => id === divisionId);
    if (division === undefined) report(schedulePath, `there is no division ${divisionId}`);
    else checkSchedule(division, schedule, schedulePath, report);
  }
}

function checkSchedule(
  { id, schedules }: ContentDivision,
  schedule: string | undefined,
  path: string,
  report: Report,
): void {
  const known = new Set(schedules.map((one) => one.id));
  reportUnknown(report, known, schedule, path, `schedule in division ${id} called`);
}

function checkDayPlan(content: SchoolContent, plan: DayPlan, path: string, report: Report): void {
  const { divisions, cycle, dayTemplates } = content;
  const templateIds = new Set(dayTemplates.map(({ id }) => id));
  reportUnknown(report, templateIds, plan.template, `${path}.template`, 'day template');
  const divisionIds = new Set(divisions.map(({ id }) => id));
  reportUnknown(report, divisionIds, plan.division, `${path}.division`, 'division');
  reportUnknown(report, new Set(cycleDays(cycle)), plan.cycleDay, `${path}.cycleDay`, 'cycle day');
  for (const division of divisions) {
    if (plan.division !== undefined && plan.division !== division.id) continue;
    checkSchedule(division, plan.schedule, `${path}.schedule`, report);
  }
}
