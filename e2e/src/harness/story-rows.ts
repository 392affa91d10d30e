import pg from 'pg';

/** What PostgreSQL knows and no page needs to show; stories compare what people were told with it. */
export interface PermitRow {
  readonly hostname: string;
  readonly state: string;
  /** Milliseconds since 1970 on the database's clock; null: none, or it was given back. */
  readonly permitAt: number | null;
  readonly leased: boolean;
}

export interface JobSeen {
  readonly hostname: string;
  readonly jobId: string;
  readonly step: string;
  readonly state: string;
  readonly phase: string;
  readonly reason: string | null;
  readonly launchedAt: number;
}

export interface EffectSeen {
  readonly hostname: string;
  readonly step: string;
  readonly direction: 'do' | 'undo';
  readonly state: string;
}

export class StoryRows {
  readonly #pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.#pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    // Stories kill things; a connection that dies while it is idle is no news.
    this.#pool.on('error', () => undefined);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async now(): Promise<number> {
    return Number((await this.#pool.query<{ now: string }>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now')).rows[0]?.now);
  }

  async permits(campaignId: string): Promise<readonly PermitRow[]> {
    return (await this.#pool.query<PermitRow>(
      `SELECT n.hostname, r.state_kind AS state, (extract(epoch FROM r.permit_at) * 1000)::double precision AS "permitAt",
         EXISTS (SELECT FROM lease l WHERE l.run_id = r.run_id AND l.released_at IS NULL) AS leased
       FROM node_run r JOIN node n ON n.node_id = r.node_id WHERE r.campaign_id = $1 ORDER BY n.hostname`, [campaignId])).rows;
  }

  async jobs(campaignId: string): Promise<readonly JobSeen[]> {
    return (await this.#pool.query<JobSeen>(
      `SELECT n.hostname, j.job_id AS "jobId", j.step, j.state, j.phase, j.reason, (extract(epoch FROM j.launched_at) * 1000)::double precision AS "launchedAt"
       FROM node_job j JOIN node_run r ON r.run_id = j.run_id JOIN node n ON n.node_id = r.node_id WHERE r.campaign_id = $1 ORDER BY j.launched_at`, [campaignId])).rows;
  }

  async effects(campaignId: string): Promise<readonly EffectSeen[]> {
    return (await this.#pool.query<EffectSeen>(
      `SELECT n.hostname, e.step, e.direction, e.state FROM effect e JOIN node_run r ON r.run_id = e.run_id JOIN node n ON n.node_id = r.node_id
       WHERE r.campaign_id = $1 ORDER BY e.effect_id`, [campaignId])).rows;
  }

  /** Every state that outcomes of these runs ever had: OVERDUE is kept after the real one has replaced it. */
  async outcomes(campaignId: string): Promise<readonly { readonly hostname: string; readonly kind: string }[]> {
    return (await this.#pool.query<{ hostname: string; kind: string }>(
      `SELECT n.hostname, o.kind FROM run_outcome o JOIN node_run r ON r.run_id = o.run_id JOIN node n ON n.node_id = r.node_id WHERE r.campaign_id = $1 ORDER BY o.run_outcome_id`, [campaignId])).rows;
  }

  /** Looks every 100 ms until `read` gives something; for moments that pass quickly. */
  async until<T>(what: string, seconds: number, read: () => Promise<T | undefined>): Promise<T> {
    for (const until = Date.now() + seconds * 1000; ;) {
      const found = await read();
      if (found !== undefined) return found;
      if (Date.now() > until) throw new Error(`not within ${String(seconds)} s: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
