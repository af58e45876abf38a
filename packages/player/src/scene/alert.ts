import { ALERT_KINDS, type Alert } from '@hallboard/shared';

/** The alert that has the screen to itself at this instant: the most severe that runs (ALERT-1). */
export function alertAt(alerts: readonly Alert[], nowMs: number): Alert | undefined {
  return alerts
    .filter((alert) => alert.startsAt <= nowMs && nowMs < alert.expiresAt)
    .reduce<Alert | undefined>(
      (first, alert) => (first === undefined || precedes(alert, first) ? alert : first),
      undefined,
    );
}

/** The next instant at which `alertAt` gives another; `shown` is what it gives now. */
export function nextAlertChange(
  alerts: readonly Alert[],
  shown: Alert | undefined,
  nowMs: number,
): number {
  const starts = alerts
    .filter((alert) => alert.startsAt > nowMs && alert.expiresAt > alert.startsAt)
    .filter((alert) => shown === undefined || precedes(alert, shown))
    .map((alert) => alert.startsAt);
  return Math.min(shown?.expiresAt ?? Infinity, ...starts);
}

/** A drill never covers what is real; then the more severe, then the newer. */
function precedes(a: Alert, b: Alert): boolean {
  if (a.drill !== b.drill) return b.drill;
  const severity = ALERT_KINDS.indexOf(a.kind) - ALERT_KINDS.indexOf(b.kind);
  if (severity !== 0) return severity < 0;
  return a.startsAt > b.startsAt;
}
