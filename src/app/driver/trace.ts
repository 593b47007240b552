/**
 * What the current scene reads of every token, kept so that going back costs nothing: one array an intermediate, side,
 * layer and run, which grows with the text. It plans what is missing; the driver asks the engine for it.
 */
import { isPerToken, probeAbsence, probeShape, unitOfChannel } from '../../engine/probeShape';
import type { TracePair, TraceRequest } from '../../engine/host/lab';
import type { ModelInfo, ProbeName } from '../../engine/types';
import type { SceneProbe } from '../scenes/scene';
import type { Cursor, Traced, TraceView } from '../store/state';
import { ByteCache } from './byteCache';

/** Bytes kept in all, and bytes of one run's view: what goes beyond is read again when it is wanted. */
export const KEPT_BYTES = 64 * 2 ** 20;
const VIEW_BYTES = 12 * 2 ** 20;
/** Tokens of a view: no more than this around the cursor, and no fewer than that. */
export const MOST_TOKENS = 1024;
const FEWEST_TOKENS = 64;

/** What is to be on the page. */
export interface TraceWish {
  model: ModelInfo;
  /** Names the text and what it was computed with. */
  run: string;
  isTurned: boolean;
  cursor: Pick<Cursor, 'layer' | 'channel' | 'token'>;
  /** Tokens of the text. */
  length: number;
  probes: readonly SceneProbe[];
}

interface Wanted {
  name: ProbeName;
  unit: number | undefined;
  shape: readonly number[];
  width: number;
}

/** Tokens and intermediates of a wish, worked out. */
interface Plan {
  wanted: Wanted[];
  first: number;
  rows: number;
  layer: number;
}

/** One array that grows: room for more rows than it has. */
class Rows {
  values: Float32Array;
  rows = 0;
  constructor(width: number) {
    this.values = new Float32Array(width * 16);
  }
  get bytes(): number {
    return this.values.byteLength;
  }
  append(more: Float32Array, rows: number, width: number): void {
    const from = this.rows * width;
    if (from + more.length > this.values.length) {
      const larger = new Float32Array(Math.max(2 * this.values.length, from + more.length));
      larger.set(this.values.subarray(0, from));
      this.values = larger;
    }
    this.values.set(more, from);
    this.rows += rows;
  }
}

function planOf({ model, cursor, length, probes }: TraceWish): Plan {
  const wanted = probes
    .map((probe) =>
      typeof probe === 'string'
        ? { name: probe, ofUnit: false }
        : { name: probe.name, ofUnit: true },
    )
    .filter(({ name }) => probeAbsence(model, name) === null)
    .map(({ name, ofUnit }): Wanted => {
      const shape = probeShape(model, name, ofUnit);
      const unit = ofUnit ? unitOfChannel(model, cursor.channel) : undefined;
      return { name, unit, shape, width: shape.reduce((a, b) => a * b, 1) };
    });
  const bytes =
    4 * wanted.reduce((sum, { name, width }) => sum + (isPerToken(name) ? width : 0), 0);
  const fit = Math.floor(VIEW_BYTES / Math.max(1, bytes));
  // So that a quarter of a window is a whole number of tokens.
  const most = 4 * Math.floor(Math.max(FEWEST_TOKENS, Math.min(MOST_TOKENS, fit)) / 4);
  // A window moves by half its length: the cursor is never near its edge unless the text ends there.
  const half = most / 2;
  const first = length <= most ? 0 : Math.max(0, Math.floor(cursor.token / half) * half - half / 2);
  return { wanted, first, rows: Math.min(most, length - first), layer: cursor.layer };
}

/** Plans and keeps. Holds no picture and talks to nobody. */
export class TraceBook {
  private readonly kept = new ByteCache<Rows>(KEPT_BYTES);

  /** Names what a wish would put on the page: the same name, the same picture. */
  static nameOf(wish: TraceWish): string {
    const { wanted, first, rows, layer } = planOf(wish);
    if (wanted.length === 0) return '';
    return JSON.stringify([
      wish.run,
      layer,
      first,
      rows,
      wanted.map(({ name, unit }) => [name, unit]),
    ]);
  }

  /** What is still to be read: each request is to be answered with `add` before the next is asked for. Null if nothing. */
  missing(wish: TraceWish): TraceRequest | null {
    const { wanted, first, rows, layer } = planOf(wish);
    const lacking = wanted.filter((one) => this.rowsOf(wish, one, first) < rows);
    if (lacking.length === 0) return null;
    // Those that are equally far go together; the others with the next request.
    const have = this.rowsOf(wish, lacking[0], first);
    const together = lacking.filter((one) => this.rowsOf(wish, one, first) === have);
    return {
      layer,
      probes: together.map(({ name, unit }) => ({ name, unit })),
      from: first + have,
      count: rows - have,
    };
  }

  /** Rows known on every side that the wish has. */
  private rowsOf(wish: TraceWish, one: Wanted, first: number): number {
    const sides = wish.isTurned ? (['yours', 'before'] as const) : (['yours'] as const);
    return Math.min(
      ...sides.map((side) => this.kept.get(keyOf(wish, side, one, first))?.rows ?? 0),
    );
  }

  /** Takes in what `missing` asked for. */
  add(wish: TraceWish, request: TraceRequest, pair: TracePair): void {
    const { wanted, first } = planOf(wish);
    for (const side of ['yours', 'before'] as const) {
      pair[side]?.forEach((values, i) => {
        const asked = request.probes[i];
        const one = wanted.find(({ name, unit }) => name === asked.name && unit === asked.unit);
        if (!one) return;
        const key = keyOf(wish, side, one, first);
        const rows = this.kept.get(key) ?? new Rows(one.width);
        rows.rows = request.from - first;
        if (isPerToken(one.name)) rows.append(values, request.count, one.width);
        else {
          rows.values = values;
          rows.rows += request.count;
        }
        this.kept.set(key, rows);
      });
    }
  }

  /** The picture of a wish of which nothing is missing; null if the scene reads nothing. */
  view(wish: TraceWish): TraceView | null {
    const { wanted, first, rows, layer } = planOf(wish);
    if (wanted.length === 0) return null;
    const side = (which: 'yours' | 'before', one: Wanted) => {
      const { values } = this.kept.get(keyOf(wish, which, one, first))!;
      const length = isPerToken(one.name) ? rows * one.width : one.width;
      return { values: values.subarray(0, length), shape: one.shape };
    };
    const of: Partial<Record<ProbeName, Traced>> = {};
    for (const one of wanted) {
      of[one.name] = {
        yours: side('yours', one),
        before: wish.isTurned ? side('before', one) : null,
        first,
        rows,
        layer,
        unit: one.unit ?? null,
      };
    }
    return { layer, first, rows, of };
  }

  /** Forgets all: another model, another device. */
  clear(): void {
    this.kept.clear();
  }
}

const keyOf = (wish: TraceWish, side: string, { name, unit }: Wanted, first: number): string =>
  JSON.stringify([wish.run, side, wish.cursor.layer, name, unit, first]);
