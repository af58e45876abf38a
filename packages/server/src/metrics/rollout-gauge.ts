import { Gauge, type Registry } from 'prom-client';
import type { RolloutRecord } from '../store/flag-records.js';

/** Adds the stage of the rollout, as this node knows it (OBS-1). */
export function addRolloutGauge(registry: Registry, rollout: () => RolloutRecord | null): void {
  new Gauge({
    name: 'hallboard_rollout_stage',
    help: 'Stage of the rollout of realtime, from 1, by its status; 0 where there is none',
    labelNames: ['status'],
    registers: [registry],
    collect() {
      this.reset();
      const current = rollout();
      const status = current?.status ?? 'none';
      this.set({ status }, current === null || current.status === 'done' ? 0 : current.stage + 1);
    },
  });
}
