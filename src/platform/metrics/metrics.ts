import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Prometheus metrics of the process. Not public: the route asks for a role. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly turns = new Histogram({
    name: 'yanzhen_commit_commands',
    help: 'Commands in one commit of the ledger, by outcome of the commit',
    labelNames: ['refusals'],
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_000],
    registers: [this.registry],
  });

  private readonly turnSeconds = new Histogram({
    name: 'yanzhen_commit_seconds',
    help: 'Time of one turn of the writer, from taking it to its durable commit',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [this.registry],
  });

  private readonly commands = new Counter({
    name: 'yanzhen_commands_total',
    help: 'Commands by outcome',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  private readonly entries = new Counter({
    name: 'yanzhen_ledger_entries_total',
    help: 'Entries that this process appended to the log',
    registers: [this.registry],
  });

  readonly requests = new Histogram({
    name: 'yanzhen_http_request_seconds',
    help: 'HTTP requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [this.registry],
  });

  readonly openStreams = new Gauge({
    name: 'yanzhen_open_streams',
    help: 'Open server-sent event streams',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Counts one turn of the writer. */
  turnTaken(turn: { committed: number; refused: number; entries: number; millis: number }): void {
    this.turns.observe({ refusals: turn.refused > 0 ? 'some' : 'none' }, turn.committed + turn.refused);
    this.turnSeconds.observe(turn.millis / 1_000);
    this.commands.inc({ outcome: 'committed' }, turn.committed);
    this.commands.inc({ outcome: 'refused' }, turn.refused);
    this.entries.inc(turn.entries);
  }
}
