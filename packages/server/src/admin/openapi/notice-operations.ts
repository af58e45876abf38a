import { alertSchema, mediaRefSchema, revisionSchema } from '@hallboard/shared';
import * as v from 'valibot';
import { alertInputSchema } from '../../alerts/alert-input.js';
import {
  contentAnnouncementSchema,
  contentCoverSchema,
} from '../../content/schema/content-items-schema.js';
import type { AdminRoute } from '../access/route-table.js';
import { announcementInputSchema } from '../announcement-routes.js';
import { coverInputSchema, coverOfDateSchema } from '../cover-routes.js';
import type { Operation } from './operation.js';

const alertEntries = { ...alertSchema.entries, forAll: v.boolean() };
const alertAnswer = v.object({ alert: v.object(alertEntries) });

const revisionAnswer = v.object({ revision: revisionSchema });
const announcementAnswer = v.object({
  announcement: contentAnnouncementSchema,
  ...revisionAnswer.entries,
});

const coverAnswer = v.object({ cover: contentCoverSchema, ...revisionAnswer.entries });

/** Alerts, announcements, cover and media, described. */
export const NOTICE_OPERATIONS = {
  'GET /schools/:schoolId/announcements': {
    summary: "A school's announcements.",
    hasRevision: true,
    answer: v.object({ announcements: v.array(contentAnnouncementSchema) }),
  },
  'POST /schools/:schoolId/announcements': {
    summary: 'Publishes one more announcement.',
    body: announcementInputSchema,
    hasRevision: true,
    status: 201,
    answer: announcementAnswer,
  },
  'PUT /schools/:schoolId/announcements/:itemId': {
    summary: 'Publishes an announcement in place of the one with this id, if there is one.',
    body: announcementInputSchema,
    hasRevision: true,
    answer: announcementAnswer,
  },
  'DELETE /schools/:schoolId/announcements/:itemId': {
    summary: 'Publishes without this announcement.',
    hasRevision: true,
    answer: revisionAnswer,
  },
  'GET /schools/:schoolId/cover/:date': {
    summary: 'The cover of a date.',
    hasRevision: true,
    answer: v.object({ cover: v.array(contentCoverSchema) }),
  },
  'PUT /schools/:schoolId/cover/:date': {
    summary: 'Publishes this in place of all cover of a date.',
    body: coverOfDateSchema,
    hasRevision: true,
    answer: v.object({ cover: v.array(contentCoverSchema), ...revisionAnswer.entries }),
  },
  'POST /schools/:schoolId/cover/:date': {
    summary: 'Publishes one more change of a date.',
    body: coverInputSchema,
    hasRevision: true,
    status: 201,
    answer: coverAnswer,
  },
  'PUT /schools/:schoolId/cover/:date/:itemId': {
    summary: 'Publishes a change of a date in place of the one with this id, if there is one.',
    body: coverInputSchema,
    hasRevision: true,
    answer: coverAnswer,
  },
  'DELETE /schools/:schoolId/cover/:date/:itemId': {
    summary: 'Publishes without this change of a date.',
    hasRevision: true,
    answer: revisionAnswer,
  },
  'GET /schools/:schoolId/media': {
    summary: 'The files that a school has, and whether its content refers to them.',
    answer: v.object({
      files: v.array(v.object({ ...mediaRefSchema.entries, used: v.boolean() })),
    }),
  },
  'POST /schools/:schoolId/media': {
    summary:
      'Uploads a picture, a video or a sound; 200 if the school has it already. A picture may be ' +
      'changed: `changes` says how, and `received` is the hash of what arrived.',
    takesFile: true,
    status: 201,
    answer: v.object({
      file: mediaRefSchema,
      received: v.string(),
      changes: v.array(v.string()),
    }),
  },
  'DELETE /schools/:schoolId/media/:hash': {
    summary: 'Removes a file that the content does not refer to.',
    mayConflict: true,
    answer: v.object({ hash: v.string() }),
  },
  'GET /schools/:schoolId/alerts': {
    summary: "A school's alerts, and which screens have painted each.",
    answer: v.object({
      alerts: v.array(
        v.object({
          ...alertEntries,
          receipts: v.object({
            painted: v.array(v.object({ screen: v.string(), at: v.number() })),
            waiting: v.array(v.string()),
          }),
        }),
      ),
    }),
  },
  'POST /schools/:schoolId/alerts': {
    summary: 'Sets an alert for a school: its screens show it at once, until it expires.',
    body: alertInputSchema,
    status: 201,
    answer: alertAnswer,
  },
  'DELETE /schools/:schoolId/alerts/:alertId': {
    summary: "Clears a school's own alert.",
    mayConflict: true,
    answer: revisionAnswer,
  },
  'GET /alerts': {
    summary: 'The alerts for all schools, and how many of these have each.',
    answer: v.object({
      alerts: v.array(
        v.object({ ...alertEntries, schools: v.object({ reached: v.number(), all: v.number() }) }),
      ),
    }),
  },
  'POST /alerts': {
    summary: 'Sets an alert for all schools; it is kept, and on its way to them.',
    body: alertInputSchema,
    status: 202,
    answer: alertAnswer,
  },
  'DELETE /alerts/:alertId': {
    summary: 'Clears an alert for all schools.',
    status: 202,
    answer: v.object({}),
  },
} as const satisfies Partial<Record<AdminRoute, Operation>>;
