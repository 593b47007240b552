import type { EngineApi, Loaded, Problem, Result } from '../../../engine/host/api';
import { probeWidth } from '../../../engine/probeShape';
import type { Recipe, Texts } from '../../../engine/host/lab';
import type { ModelInfo, Moment, TokenRecord } from '../../../engine/types';
import { isTurned } from '../../store/state';

type Call = 'load' | 'open' | 'advance' | 'moment' | 'trace' | 'compute';

export const MODEL = {
  name: 'mamba',
  kind: 'Mamba',
  heads: null,
  nLayers: 2,
  dInner: 4,
  dState: 2,
  vocabSize: 100,
  halfLife: [new Float32Array(4), new Float32Array(4)],
} as unknown as ModelInfo;

/** One with fewer layers and channels, that freezes nothing. */
export const OTHER = {
  ...MODEL,
  name: 's4',
  kind: 'S4D',
  nLayers: 1,
  dInner: 2,
  halfLife: [new Float32Array(2)],
} as unknown as ModelInfo;
const MODELS: Record<string, ModelInfo> = { s4: OTHER, mamba2: { ...MODEL, name: 'mamba2' } };

/** A word of the model's own: nothing but a fingerprint of all that it depends on. */
const ownWord = ({ prompt, sampling, intervention: i }: Recipe, at: number): string =>
  ` ${at}<${prompt}|${sampling.seed}|${isTurned(i) ? `${i.layer}Δ${i.deltaScale}A${i.aScale}` : ''}>`;

/**
 * An engine without a model: texts are a pure function of the recipe, and every call waits where the
 * test holds it. It keeps the engine's promises: calls run one after the other, `cancel` reaches the
 * running and the waiting, and after a stopped `open` there is no text.
 */
export class FakeEngine implements EngineApi {
  /** All calls, as they were begun. */
  readonly calls: string[] = [];
  /** Own words after which a text ends; none if left out. */
  endsAt: (recipe: Recipe) => number = () => Infinity;
  /** What the next call of a kind answers instead. */
  readonly problems: Partial<Record<Call, Problem>> = {};
  /** Steps that `open` reports in all. */
  steps = 10;
  onLost: (reason: string) => void = () => {};
  /** The last callback for progress, to be called late. */
  report: (done: number, total: number) => void = () => {};
  private readonly gates = new Map<Call, Promise<void>>();
  private queue: Promise<unknown> = Promise.resolve();
  private abort = new AbortController();
  private stopped = whenAborted(this.abort.signal);
  private recipe: Recipe | null = null;
  private model = MODEL;

  /** Holds calls of a kind until the function returned is called. */
  hold(call: Call): () => void {
    let open = (): void => {};
    this.gates.set(call, new Promise<void>((resolve) => (open = resolve)));
    return () => {
      this.gates.delete(call);
      open();
    };
  }

  load: EngineApi['load'] = (url, useCpu, onProgress, onLost) => {
    const name = url.split('/').at(-2)!;
    const call = ['load', ...(name === 'mamba' ? [] : [name]), ...(useCpu ? ['cpu'] : [])];
    return this.enqueue('load', call.join(' '), async (wait): Promise<Loaded> => {
      this.report = onProgress;
      onProgress(1, 2);
      await wait();
      this.recipe = null;
      this.model = MODELS[name] ?? MODEL;
      this.onLost = onLost;
      const device = useCpu
        ? ({ kind: 'cpu', name: 'cpu', code: 'wasm' } as const)
        : ({ kind: 'webgpu', name: 'webgpu', code: 'shaders' } as const);
      return { model: this.model, device, why: useCpu ? 'You chose it.' : null };
    });
  };

  open: EngineApi['open'] = (recipe, onProgress) =>
    this.enqueue('open', `open ${recipe.prompt} ${recipe.own}`, async (wait): Promise<Texts> => {
      this.recipe = null;
      this.report = onProgress;
      onProgress(1, this.steps);
      await wait();
      this.recipe = recipe;
      return this.texts(recipe);
    });

  advance: EngineApi['advance'] = (count) =>
    this.enqueue('advance', 'advance', async (wait) => {
      await wait();
      const from = this.texts(this.theRecipe());
      this.recipe = { ...this.theRecipe(), own: this.theRecipe().own + count };
      const to = this.texts(this.recipe);
      const added = (run: 'yours' | 'before') => ({
        tokens: to[run].tokens.slice(from[run].tokens.length),
        ended: to[run].ended,
      });
      return { yours: added('yours'), before: added('before'), milliseconds: 10 };
    });

  moment: EngineApi['moment'] = (t) =>
    this.enqueue('moment', `moment ${t}`, async () => {
      // A moment cannot be stopped once it runs.
      await this.gates.get('moment');
      const { yours, before } = this.texts(this.theRecipe());
      if (!yours.tokens[t]) throw new RangeError(`There is no token ${t} yet.`);
      const moment = (tokens: TokenRecord[]): Moment => ({
        token: t,
        // The text itself stands in for the numbers, so that a test can see what they belong to.
        next: {
          top: [{ id: 0, text: textUpTo(tokens, t), p: 1, logit: 0 }],
          logSumExp: 0,
          entropy: 0,
        },
        h: [],
        hPrevious: [],
      });
      const turned = isTurned(this.theRecipe().intervention);
      return { yours: moment(yours.tokens), before: turned ? moment(before.tokens) : null };
    });

  /** Every number is 100 × its layer + its token, negative for the untouched model. */
  trace: EngineApi['trace'] = ({ layer, probes, from, count }) =>
    this.enqueue('trace', `trace ${layer} ${from}+${count}`, async (wait) => {
      await wait();
      const turned = isTurned(this.theRecipe().intervention);
      const side = (sign: number) =>
        probes.map(({ name, unit }) => {
          const width = probeWidth(this.model, name, unit !== undefined);
          const value = (i: number) => sign * (100 * layer + from + Math.floor(i / width));
          return Float32Array.from({ length: count * width }, (_, i) => value(i));
        });
      return { yours: side(1), before: turned ? side(-1) : null };
    });

  /** Zeros, one a token. */
  compute: EngineApi['compute'] = ({ kind }) =>
    this.enqueue('compute', `compute ${kind}`, async (wait) => {
      await wait();
      const { length } = this.texts(this.theRecipe()).yours.tokens;
      return { values: new Float32Array(length), shape: [length] };
    });

  stopCompute: EngineApi['stopCompute'] = async () => {};

  bench: EngineApi['bench'] = async () => ({ ok: false, problem: { kind: 'cancelled' } });

  stopBench: EngineApi['stopBench'] = async () => {};

  cancel: EngineApi['cancel'] = async () => {
    this.abort.abort();
    this.abort = new AbortController();
    this.stopped = whenAborted(this.abort.signal);
  };

  /** The two texts of a recipe. */
  texts(recipe: Recipe): Texts {
    const untouched = { layer: recipe.intervention.layer, deltaScale: 1, aScale: 1 };
    return {
      yours: this.text(recipe),
      before: this.text({ ...recipe, intervention: untouched }),
    };
  }

  private text(recipe: Recipe): Texts['yours'] {
    const own = Math.min(recipe.own, this.endsAt(recipe));
    const token = (text: string, isOwn: boolean, id: number) =>
      ({ id, text, own: isOwn }) as TokenRecord;
    const prompt = recipe.prompt.split(/(?= )/).map((word, i) => token(word, false, i));
    const written = Array.from({ length: own }, (_, i) => token(ownWord(recipe, i), true, 50 + i));
    return { tokens: [...prompt, ...written], ended: own === this.endsAt(recipe) };
  }

  private theRecipe(): Recipe {
    if (!this.recipe) throw new Error('Open a recipe first.');
    return this.recipe;
  }

  private enqueue<T>(
    call: Call,
    name: string,
    work: (wait: () => Promise<void>) => Promise<T>,
  ): Promise<Result<T>> {
    const { signal } = this.abort;
    const { stopped } = this;
    const result = this.queue.then(async (): Promise<Result<T>> => {
      this.calls.push(name);
      const problem = this.problems[call];
      delete this.problems[call];
      try {
        if (signal.aborted) throw new Error('cancelled');
        if (problem) return { ok: false, problem };
        return { ok: true, value: await work(() => Promise.race([this.gates.get(call), stopped])) };
      } catch (error) {
        const { message } = error as Error;
        if (message === 'cancelled') return { ok: false, problem: { kind: 'cancelled' } };
        return { ok: false, problem: { kind: 'unexpected', message } };
      }
    });
    this.queue = result;
    return result;
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  const stopped = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error('cancelled'))),
  );
  stopped.catch(() => {}); // nobody need be waiting
  return stopped;
}

/** A text as far as a token. */
export const textUpTo = (tokens: readonly TokenRecord[], t: number): string =>
  tokens
    .slice(0, t + 1)
    .map((token) => token.text)
    .join('');
