import { expect, vi } from 'vitest';
import { type Actions, type AppState, isTurned } from '../../store/state';
import { createAppStore } from '../../store/store';
import { createActions } from '../actions';
import { Driver } from '../driver';
import type { MetaOf, Start } from '../start';
import { FakeEngine, MODEL, textUpTo } from './fakeEngine';

/** Words of the recorded run: three of the prompt, and two of the model's own. */
export const PROMPT = 'One two three';
const OWN = 2;

/** Scenes as far as the driver knows them: one that shows the moment, and one that reads Δ and one channel's state. */
const METAS: Record<string, ReturnType<MetaOf>> = {
  generate: { probes: [], moment: true },
  inside: { probes: ['layer.delta', { name: 'layer.h', of: 'channel' }], moment: false },
  both: { probes: ['layer.delta'], moment: true },
};

/** The store as the page first has it: a recorded run, the model on its way. */
function recorded(engine: FakeEngine): AppState {
  const sampling = { temperature: 0, topK: 0, topP: 1, seed: 1 };
  const intervention = { layer: 1, deltaScale: 1, aScale: 1 };
  const { yours, before } = engine.texts({ prompt: PROMPT, sampling, intervention, own: OWN });
  return {
    phase: { name: 'loading', bytes: 0, total: null, step: '' },
    recorded: true,
    device: null,
    deviceWhy: null,
    model: MODEL,
    modelName: 'mamba',
    prompt: PROMPT,
    sampling,
    intervention,
    shownIntervention: intervention,
    yours,
    before,
    cursor: { token: yours.tokens.length - 1, layer: 1, channel: 0, state: 0 },
    moment: null,
    trace: null,
    run: '',
    scene: 'generate',
    choices: {},
    ticks: new Set(),
    playing: false,
    scrubbing: false,
    pace: Infinity,
    tokensPerSecond: null,
    task: null,
    notice: null,
    tint: 'surprise',
    theme: 'system',
  };
}

export interface Page {
  engine: FakeEngine;
  driver: Driver;
  actions: Actions;
  readonly state: AppState;
  /** The text on the tape. */
  readonly text: string;
  /** Reports that the engine could not start. */
  broken(message: string): void;
  /** Lets everything happen that can happen without more time passing. */
  quiet(): Promise<void>;
}

/** A page without views: the driver and its actions over a fake engine. Watches that no picture mixes two runs. */
export function openPage(wished: Partial<Start['wished']> = {}): Page {
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
  vi.stubGlobal('requestAnimationFrame', (f: () => void) => setTimeout(f, 16));
  const engine = new FakeEngine();
  const first = recorded(engine);
  const store = createAppStore(first);
  const start = { wished: { ...first.cursor, own: OWN, ...wished }, shown: first };
  let broken: (message: string) => void = () => {};
  const driver = new Driver(
    store,
    (scene) => METAS[scene],
    start,
    (onBroken) => {
      broken = onBroken;
      return engine;
    },
  );
  const actions = createActions(driver);
  store.subscribe(neverMixes);
  return {
    engine,
    driver,
    actions,
    get state() {
      return store.getState();
    },
    get text() {
      const { tokens } = store.getState().yours;
      return textUpTo(tokens, tokens.length - 1);
    },
    broken: (message) => broken(message),
    quiet: async () => {
      for (let i = 0; i < 100; i++) await Promise.resolve();
    },
  };
}

/** Texts, moment and what they were computed with always belong together, in every state on the way. */
function neverMixes({ yours, before, moment, shownIntervention, recorded: old, cursor }: AppState) {
  expect(cursor.token).toBeGreaterThanOrEqual(0);
  expect(cursor.token).toBeLessThan(yours.tokens.length);
  if (old || !moment) return;
  const { token, next } = moment.yours;
  expect(next.top[0]?.text).toBe(textUpTo(yours.tokens, token));
  expect(moment.before !== null).toBe(isTurned(shownIntervention));
  const own = yours.tokens.filter((t) => t.own);
  const { layer, deltaScale, aScale } = shownIntervention;
  const mark = isTurned(shownIntervention) ? `|${layer}Δ${deltaScale}A${aScale}>` : '|>';
  for (const word of own) expect(word.text).toContain(mark);
  for (const word of before.tokens.filter((t) => t.own)) expect(word.text).toContain('|>');
}
