import type { StoreApi } from 'zustand/vanilla';
import { type RecordedRun, unpackRecordedState } from '../../engine/recorded';
import type { AppState } from '../store/state';
import runJson from './run.json';
import stateUrl from './state.bin?url';

const run = runJson as RecordedRun;

/** The channel that the first picture points at: the one of layer 7 that takes in the ball. */
const CHANNEL = 489;

/** The page as it is at first: a recorded real run, the model on its way. */
export function recordedRun(): Omit<AppState, 'theme'> {
  const { nLayers, dInner } = run.model;
  const text = { tokens: run.tokens, ended: run.ended };
  return {
    phase: { name: 'loading', bytes: 0, total: null, step: '' },
    recorded: true,
    device: null,
    deviceWhy: null,
    model: {
      ...run.model,
      halfLife: Array.from({ length: nLayers }, () => new Float32Array(dInner)),
    },
    modelName: run.model.name,
    prompt: run.prompt,
    sampling: run.sampling,
    intervention: run.intervention,
    shownIntervention: run.intervention,
    yours: text,
    before: text,
    cursor: { token: run.tokens.length - 1, layer: nLayers - 1, channel: CHANNEL, state: 0 },
    moment: null,
    trace: null,
    run: '',
    scene: 'generate',
    choices: {},
    ticks: new Set(),
    playing: false,
    scrubbing: false,
    pace: 12,
    tokensPerSecond: null,
    task: null,
    notice: null,
    tint: 'surprise',
  };
}

/** Fetches the recorded state and shows it, unless the live model has been quicker. */
export async function showRecordedState(store: StoreApi<AppState>): Promise<void> {
  const response = await fetch(stateUrl);
  if (!response.ok) return;
  const { halfLife, moment } = unpackRecordedState(run, await response.arrayBuffer());
  store.setState((state) =>
    state.recorded
      ? { model: { ...state.model, halfLife }, moment: { yours: moment, before: null } }
      : state,
  );
}
