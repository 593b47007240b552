/** The scene's claims on the three real models: what the page works out is what the engine computed another way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../../../engine/checkpoint/load';
import { folderSource } from '../../../engine/checkpoint/node/folderSource';
import { Lab } from '../../../engine/host/lab';
import { Model } from '../../../engine/models/model';
import { openNodeCpu } from '../../../engine/node/wasm';
import { probeAbsence, probeShape, unitOfChannel } from '../../../engine/probeShape';
import { maxAbsError, modelFolder } from '../../../engine/testing/devices';
import type { Intervention } from '../../../engine/types';
import type { Traced, AppState, TraceView } from '../../store/state';
import { code } from './code';
import { MATRIX_TOKENS } from '../../../engine/host/compute';
import { largestDifference, STATE_TOLERANCE } from './derive';
import {
  AHEAD,
  carried,
  contributions,
  hearingFrom,
  PAST,
  sumCheck,
  type Hearing,
} from './hearing';
import { heldAt, layerRun, replay, replayOne, stepAt, type LayerRun } from './layer';
import { meta } from './meta';

const LAYER = 5;
const CHANNEL = 77;
/** Turned, so that nothing of it is the model's own by chance. */
const intervention: Intervention = { layer: 'all', deltaScale: 1.5, aScale: 0.8 };

describe.each(['mamba', 'mamba2', 's4'])('%s', (name) => {
  let model: Model;
  let lab: Lab;
  let run: LayerRun;
  let hearing: Hearing;
  let trace: TraceView;
  let ids: number[];
  beforeAll(async () => {
    const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
    model = new Model(await openNodeCpu(), checkpoint);
    lab = new Lab(model, checkpoint.tokenizer!);
    const { yours } = await lab.open({
      prompt: 'Lily had a red ball. One day, Tom took the',
      sampling: { temperature: 0, topK: 0, topP: 1, seed: 1 },
      intervention,
      own: 3,
    });
    const { info } = model;
    const unit = unitOfChannel(info, CHANNEL);
    const probes = meta.probes
      .map((p) => (typeof p === 'string' ? { name: p } : { name: p.name, unit }))
      .filter((p) => probeAbsence(info, p.name) === null);
    const rows = yours.tokens.length;
    ids = yours.tokens.map(({ id }) => id);
    const read = await lab.trace({ layer: LAYER, probes, from: 0, count: rows });
    const of = Object.fromEntries(
      probes.map((probe, i): [string, Traced] => {
        const shape = probeShape(info, probe.name, 'unit' in probe);
        const tensor = { values: read.yours[i]!, shape };
        const place = { first: 0, rows, layer: LAYER, unit };
        return [probe.name, { yours: tensor, before: null, ...place }];
      }),
    );
    trace = { layer: LAYER, first: 0, rows, of };
    run = layerRun({ model: info, trace })!;
    const matrix = await lab.compute({ kind: 'impliedMatrix', layer: LAYER, unit, under: 'yours' });
    hearing = { values: matrix.values, size: matrix.shape[0]!, first: 0 };
  });
  afterAll(() => model.dispose());

  it('replayed word by word, a channel’s state is the one that the model read all at once', () => {
    const own = replay(run, CHANNEL)!;
    const N = run.model.dState;
    const size = Math.max(...own.map(Math.abs));
    expect(size).toBeGreaterThan(1e-3);
    for (let t = 0; t < run.rows; t++) {
      const error = maxAbsError(own.subarray(t * N, (t + 1) * N), heldAt(run, t, CHANNEL));
      expect(error).toBeLessThan(STATE_TOLERANCE.cpu * Math.max(1, size));
    }
    const one = replayOne(run, [CHANNEL], 3)!;
    expect([...one]).toEqual(Array.from({ length: run.rows }, (_, t) => own[t * N + 3]));
  });

  it('a step’s two parts add up to the state after it', () => {
    for (const t of [0, 1, run.rows - 1]) {
      const { kept, written, now } = stepAt(run, t, CHANNEL);
      const sum = kept.map((v, n) => v + written[n]!);
      const size = Math.max(1, ...now.map(Math.abs));
      expect(largestDifference(sum, now)).toBeLessThan(STATE_TOLERANCE.cpu * size);
    }
  });

  it('a session that takes one token at a time arrives at the same states', async () => {
    const session = model.createSession([intervention]);
    const unit = unitOfChannel(run.model, CHANNEL);
    for (const [t, id] of ids.entries()) {
      const one = await session.step(id, [{ name: 'layer.h', layers: [LAYER], unit }]);
      const alone = { ...run, rows: 1, h: one.get('layer.h', LAYER, unit) };
      const held = heldAt(run, t, CHANNEL);
      const size = Math.max(1, ...held.map(Math.abs));
      expect(largestDifference(heldAt(alone, 0, CHANNEL), held)).toBeLessThan(
        STATE_TOLERANCE.cpu * size,
      );
    }
    session.dispose();
  });

  it('the code’s lit lines carry the numbers of the step', () => {
    const t = run.rows - 1;
    const cursor = { token: t, layer: LAYER, channel: CHANNEL, state: 2 };
    const values = code.values({ model: run.model, trace, cursor } as AppState)!;
    const said = (text?: string) => Number(text!.split('= ')[1]!.replace('−', '-'));
    expect(said(values.h)).toBeCloseTo(heldAt(run, t, CHANNEL)[2]!, 2);
    expect(said(values.y)).toBeCloseTo(run.y[t * run.model.dInner + CHANNEL]!, 2);
    expect(values.Abar).toContain(run.model.kind === 'S4D' ? 'i' : '= 0.');
  });

  it('what the words add, by the implied attention, is y − D x', () => {
    let most = 0;
    for (let i = 0; i < run.rows; i++) {
      const parts = contributions(hearing, run, CHANNEL, i)!;
      const { sum, out, difference } = sumCheck(parts, run, CHANNEL);
      expect(difference).toBeLessThan(STATE_TOLERANCE.cpu * Math.max(1, Math.abs(out)));
      most = Math.max(most, Math.abs(sum));
    }
    // Something was added up.
    expect(most).toBeGreaterThan(1e-3);
  });

  it('of a later window it is so too, with what all words before it add', async () => {
    const { unit } = run;
    const asked = { kind: 'impliedMatrix', layer: LAYER, unit, first: 4, under: 'yours' } as const;
    const { values, shape } = await lab.compute(asked);
    const later: Hearing = { values, size: shape[0]!, first: 4 };
    expect(later.size).toBe(run.rows - 4);
    // What is left of a trace whose first rows were not read.
    const windowed = (from: number): LayerRun => {
      const rest = (all: Float32Array | null) =>
        all && all.subarray((from * all.length) / run.rows);
      const { x, delta, B, C, y, h } = run;
      return {
        ...run,
        first: from,
        rows: run.rows - from,
        x: rest(x)!,
        delta: rest(delta)!,
        B: rest(B),
        C: rest(C),
        y: rest(y)!,
        h: rest(h)!,
      };
    };
    for (const from of [0, 2, 6]) {
      const some = windowed(from);
      const i = run.rows - 1;
      const parts = contributions(later, some, CHANNEL, i)!;
      expect(parts.from).toBe(Math.max(4, from && from + 1));
      expect(contributions(later, some, CHANNEL, parts.from - 1)).toBeNull();
      const { earlier, out, difference } = sumCheck(parts, some, CHANNEL);
      expect(out).toBe(sumCheck(contributions(hearing, run, CHANNEL, i)!, run, CHANNEL).out);
      expect(earlier).toBe(carried(some, CHANNEL, parts.from, i));
      // S4D's C is not read: there is nothing to check with.
      expect(difference === null).toBe(name === 's4');
      expect(earlier).not.toBe(0);
      expect(difference ?? 0).toBeLessThan(STATE_TOLERANCE.cpu * Math.max(1, Math.abs(out)));
    }
  });
});

it('the window of the matrix holds the word, and most of it is its past', () => {
  expect(PAST + AHEAD).toBe(MATRIX_TOKENS);
  for (const token of [0, 1, 383, 511, 512, 513, 639, 640, 5000]) {
    const first = hearingFrom(token);
    expect(token - first).toBeLessThan(MATRIX_TOKENS);
    expect(token - first).toBeGreaterThanOrEqual(Math.min(token, PAST));
  }
  expect(hearingFrom(511)).toBe(0);
});
