/** The scene's claims on the three real models: what the page works out is what the engine computed another way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../../../engine/checkpoint/load';
import { folderSource } from '../../../engine/checkpoint/node/folderSource';
import { Lab } from '../../../engine/host/lab';
import { Model } from '../../../engine/models/model';
import { openNodeCpu } from '../../../engine/node/wasm';
import { probeAbsence, probeShape } from '../../../engine/probeShape';
import { modelFolder } from '../../../engine/testing/devices';
import type { Intervention, ProbeName } from '../../../engine/types';
import type { AppState, Traced } from '../../store/state';
import { code } from './code';
import { channelDecays, diagonalSpread, live, TOLERANCE, workOut, workOutUncut } from './derive';
import { headRun, stretchAround } from './head';
import { mixingOf } from './matrix';
import { meta } from './meta';
import { stabilityOf, repeated, tellingLength } from './segsum';

const LAYER = 5;
const CHANNEL = 77;
/** Turned, so that nothing of it is the model's own by chance. */
const intervention: Intervention = { layer: 'all', deltaScale: 1.5, aScale: 0.8 };

async function open(name: string) {
  const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
  const model = new Model(await openNodeCpu(), checkpoint);
  const lab = new Lab(model, checkpoint.tokenizer!);
  const { yours } = await lab.open({
    prompt: 'Lily had a red ball. One day, Tom took the ball and ran to the park with it.',
    sampling: { temperature: 0, topK: 0, topP: 1, seed: 1 },
    intervention,
    own: 3,
  });
  const names = (meta.probes as ProbeName[]).filter((p) => probeAbsence(model.info, p) === null);
  const rows = yours.tokens.length;
  const probes = names.map((probe) => ({ name: probe }));
  const read = await lab.trace({ layer: LAYER, probes, from: 0, count: rows });
  const place = { first: 0, rows, layer: LAYER, unit: null, before: null };
  const of = Object.fromEntries(
    names.map((probe, i): [string, Traced] => [
      probe,
      { ...place, yours: { values: read.yours[i]!, shape: probeShape(model.info, probe) } },
    ]),
  );
  const cursor = { token: rows - 2, layer: LAYER, channel: CHANNEL, state: 0 };
  const trace = { layer: LAYER, first: 0, rows, of };
  const state = { model: model.info, trace, cursor } as unknown as AppState;
  const matrix = async (unit: number) =>
    await lab.compute({ kind: 'impliedMatrix', layer: LAYER, unit, under: 'yours' });
  return { model, state, matrix };
}
type Opened = Awaited<ReturnType<typeof open>>;

describe('Mamba-2', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open('mamba2');
  });
  afterAll(() => opened.model.dispose());

  it.each([1, 4, 8, 64])('matrix, chunks of %i and recurrence give the model’s own y', (Q) => {
    const { heads, dInner } = opened.state.model;
    for (let channel = 0; channel < dInner; channel += heads!.headDim) {
      const run = headRun({ ...opened.state, cursor: { channel } })!;
      const stretch = stretchAround(run, 0, 64);
      const { ways, model } = workOut(workOutUncut(stretch), Q);
      const size = model.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
      expect(size).toBeGreaterThan(1e-3);
      for (const { apart } of Object.values(ways))
        expect(apart).toBeLessThan(TOLERANCE.cpu * Math.max(1, size));
    }
  });

  it('M is the engine’s implied matrix, with Δ of the word that is read left to the input', async () => {
    const run = headRun(opened.state)!;
    const { M, size } = mixingOf(stretchAround(run, 0, 64));
    const { values, shape } = await opened.matrix(run.head);
    expect(shape[0]).toBe(size);
    const most = Math.max(...values.map(Math.abs));
    const off = M.map((m, at) => Math.abs(m * run.delta[at % size]! - values[at]!));
    expect(Math.max(...off)).toBeLessThan(1e-5 * Math.max(1, most));
  });

  it('every decay lies between 0 and 1, and a long enough text breaks the ratio and not the segment sum', () => {
    const { logDecay } = mixingOf(stretchAround(headRun(opened.state)!, 0, 64));
    expect(logDecay.every((v) => v < 0)).toBe(true);
    const { dies, ways } = stabilityOf(repeated(logDecay, tellingLength(logDecay)));
    expect(ways.segment.broken).toBe(0);
    expect(ways.ratio.broken > 0).toBe(dies !== null);
  });

  it('sentences and lit lines state the cursor’s numbers', () => {
    const run = headRun(opened.state)!;
    const t = opened.state.cursor.token;
    expect(live.a(opened.state)).toBeCloseTo(Math.exp(run.delta[t]! * run.A), 12);
    const values = code.values(opened.state)!;
    const said = (text?: string) => Number(text!.split('= ')[1]!.replace('−', '-'));
    expect(said(values.sums)).toBeCloseTo(run.delta[t]! * run.A, 2);
    expect(said(values.y)).toBeCloseTo(run.y[t * run.headDim + (CHANNEL % run.headDim)]!, 2);
  });
});

describe('models without such a duality', () => {
  it('a channel of Mamba has several decays a word, and so no one L', async () => {
    const { model, state, matrix } = await open('mamba');
    const { least, most } = channelDecays(state)!;
    expect(0 < least && least < most && most < 1).toBe(true);
    expect(headRun(state)).toBeNull();
    const { values, shape } = await matrix(CHANNEL);
    expect(diagonalSpread(values, shape[0]!)).toBeGreaterThan(0);
    expect(code.values(state)).not.toBeNull();
    model.dispose();
  });

  it('S4’s matrix is the same along every diagonal', async () => {
    const { model, state, matrix } = await open('s4');
    expect(channelDecays(state)).toBeNull();
    expect(headRun(state)).toBeNull();
    const { values, shape } = await matrix(CHANNEL);
    expect(values.some((v) => v !== 0)).toBe(true);
    expect(diagonalSpread(values, shape[0]!)).toBe(0);
    model.dispose();
  });
});
