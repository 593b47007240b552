import { samplingProblem } from '../../engine/sampling';
import { type Actions, isTurned } from '../store/state';
import type { Driver } from './driver';
import { proxy } from './client';
import { Computer } from './compute';
import { Measurer } from './measurer';
import { MODEL_NAMES, modelsUrl } from './models';
import { notices } from './notices';
import { LONGEST_PROMPT } from './recipe';
import { safely } from './safely';

const clamp = (value: number, max: number): number => Math.max(0, Math.min(max, Math.round(value)));

/** What the reader can do, each as a change of the store that the driver then settles. */
export function createActions(driver: Driver): Actions {
  const { store } = driver;
  const set = store.setState;
  const computer = new Computer(driver);
  const measurer = new Measurer(driver.start);
  const settle = (): void => void driver.settle();

  /** New settings. Without a model to follow them, the page says what becomes of them. */
  const changed = (): void => {
    driver.interrupt();
    settle();
    const { phase, recorded } = store.getState();
    if (phase.name === 'ready') return;
    set({ notice: driver.isChanged ? notices.kept(phase, recorded) : null });
  };

  const setToken = (token: number): void => {
    const { cursor, yours } = store.getState();
    const last = yours.tokens.length - 1;
    driver.wantedToken = clamp(token, last);
    set({ cursor: { ...cursor, token: driver.wantedToken } });
    settle();
  };

  /** Moves on by one token, writing it if need be. False if the text cannot go on. */
  const forward = async (): Promise<boolean> => {
    // “The next word” is one of the text that was asked for, not of the one that still stands there.
    if (store.getState().phase.name === 'ready' && driver.isBehind) await driver.settle();
    const { cursor, yours, phase, recorded } = store.getState();
    if (cursor.token < yours.tokens.length - 1) {
      driver.wantedToken = cursor.token + 1;
      set({ cursor: { ...cursor, token: driver.wantedToken } });
      await driver.settle();
      return true;
    }
    if (phase.name !== 'ready') {
      set({ notice: notices.notReady(phase, recorded) });
      return false;
    }
    if (yours.ended) {
      set({ notice: notices.ended });
      return false;
    }
    driver.own = yours.tokens.filter((token) => token.own).length + 1;
    driver.wantedToken = yours.tokens.length;
    await driver.settle();
    return true;
  };

  // Only the latest play goes on: one that was paused and is still computing stops there.
  let latest = 0;
  const play = async (): Promise<void> => {
    const mine = ++latest;
    const goesOn = (): boolean => mine === latest && store.getState().playing;
    set({ playing: true, notice: null });
    while (goesOn()) {
      const started = performance.now();
      if (!(await forward())) break;
      const { pace } = store.getState();
      const rest = 1000 / pace - (performance.now() - started);
      await (rest > 4 ? new Promise((resolve) => setTimeout(resolve, rest)) : nextFrame());
    }
    if (mine === latest) set({ playing: false });
  };

  return {
    setScene: (scene) => {
      set({ scene });
      settle();
    },
    sceneFailed: () => set({ notice: notices.sceneFailed }),
    tick: (step) => set(({ ticks }) => ({ ticks: new Set([...ticks, step]) })),
    choose: (change) =>
      set(({ choices }) => {
        const all = Object.entries({ ...choices, ...change });
        return {
          choices: Object.fromEntries(
            all.filter((one): one is [string, string] => one[1] !== null),
          ),
        };
      }),
    setModel: (name) => void driver.chooseModel(name),
    play: () => {
      if (!store.getState().playing) void play();
    },
    pause: () => set({ playing: false }),
    step: () => {
      set({ playing: false, notice: null });
      void forward();
    },
    stepBack: () => {
      set({ playing: false });
      setToken(store.getState().cursor.token - 1);
    },
    setToken: (token) => {
      set({ playing: false });
      setToken(token);
    },
    setLayer: (layer) => {
      const { cursor, intervention, model } = store.getState();
      const chosen = clamp(layer, model.nLayers - 1);
      driver.wishedCursor = null;
      set({ cursor: { ...cursor, layer: chosen } });
      // The sliders are labelled "in layer n": they follow the layer while nothing is turned.
      if (intervention.layer !== 'all' && !isTurned(intervention)) {
        set({ intervention: { ...intervention, layer: chosen } });
      }
      settle();
    },
    setChannel: (channel, state) => {
      const { cursor, model } = store.getState();
      driver.wishedCursor = null;
      set({
        cursor: {
          ...cursor,
          channel: clamp(channel, model.dInner - 1),
          state: clamp(state ?? cursor.state, model.dState - 1),
        },
      });
      settle();
    },
    setIntervention: (change) => {
      set((state) => ({ intervention: { ...state.intervention, ...change } }));
      changed();
    },
    resetIntervention: () => {
      set((state) => ({
        intervention: { layer: state.intervention.layer, deltaScale: 1, aScale: 1 },
      }));
      changed();
    },
    setSampling: (change) => {
      const sampling = { ...store.getState().sampling, ...change };
      if (samplingProblem(sampling)) return;
      set({ sampling });
      changed();
    },
    setPace: (pace) => set({ pace }),
    setPrompt: (text) => {
      if (text.trim() === '') return notices.emptyPrompt;
      if (text.length > LONGEST_PROMPT) return notices.longPrompt(text.length, LONGEST_PROMPT);
      set({ prompt: text, playing: false, notice: null });
      driver.own = 0;
      driver.wantedToken = Infinity;
      changed();
      return null;
    },
    setTint: (tint) => set({ tint }),
    setTheme: (theme) => set({ theme }),
    cancel: () => driver.cancel(),
    retry: () => void driver.load(),
    chooseCpu: () => void driver.load(true),
    dismissNotice: () => set({ notice: null }),
    bench: (options, onEvent) => {
      if (options.scan) return measurer.bench(options, onEvent);
      set({ playing: false });
      return safely(() => driver.engine.bench(modelsUrl(), MODEL_NAMES, options, proxy(onEvent)));
    },
    stopBench: () => {
      measurer.stop();
      void driver.engine.stopBench();
    },
    compute: (request) => computer.compute(request),
    stopCompute: () => void driver.engine.stopCompute(),
  };
}

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
