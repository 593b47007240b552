import type { MDXContent } from 'mdx/types';
import type { ComponentType, ReactNode } from 'react';
import type { ModelInfo, ProbeName, TokenRecord } from '../../engine/types';
import type { AppState } from '../store/state';
import type { Language } from '../text';

/** Intermediates that can be read of one channel (Mamba-2: one head) alone, which all channels together would be too much. */
export type UnitProbe = 'layer.h' | 'layer.Abar' | 'layer.Bbar';

/** An intermediate of all channels; or, as `{ name, of: 'channel' }`, of the cursor's channel (its head in Mamba-2). */
export type SceneProbe = Exclude<ProbeName, UnitProbe> | { name: UnitProbe; of: 'channel' };

/** The texts that a choice may be, or the ends of the numbers. */
export type Choice = readonly string[] | { from: number; to: number; whole?: boolean };

/** What the index and the driver need to know of a scene. Loaded with the page, so it imports types only. */
export interface SceneMeta {
  /** The folder's name, and the scene's name in the address. */
  id: string;
  title: string;
  /**
   * Intermediates that the scene reads with `useTrace`, of the layer under the cursor and every token of the text.
   * What a model does not have is left out.
   */
  probes: readonly SceneProbe[];
  /** True if it shows `moment`: chances of the next word, or the state of all layers, at the cursor. */
  moment: boolean;
  /** True if its figure can be drawn from the recorded run; others wait for the model. */
  recorded: boolean;
  /** False if the sliders of *Turn it* have no place beside this figure. */
  turns: boolean;
  /**
   * What the reader chooses in this scene alone, read and set with store/choice. By its name in the address, which no
   * other scene and no field of the address has.
   */
  choices?: Readonly<Record<string, Choice>>;
  /** The operations whose files Code shows for this model, e.g. `selectiveScan`; the first one is opened. */
  operations(model: ModelInfo): readonly string[];
}

/** Something to do, and how to see that it has been done. */
export interface TourStep {
  /** Unique in the scene. */
  id: string;
  /** `{Delta}` stands for a symbol, `*word*` for emphasis: see frame/Rich. */
  text(tokens: readonly TokenRecord[], language: Language): string;
  /** True for the change that does it: from one state of the store to the next. Pure. */
  done(last: AppState, next: AppState): boolean;
}

/** A number that a sentence states, worked out of the store; null while it cannot be known. Pure and cheap. */
export type LiveValue = (state: AppState) => number | string | null;

/**
 * What Code lights in the file that runs, in `code.ts`. `Part` names what a line does; a part has the same value in every
 * file, so that the same numbers stand beside the shader and beside what the CPU runs.
 */
export interface SceneCode<Part extends string = string> {
  /**
   * Fragments by file, as frame/codeFiles names it (`selectiveScan.wgsl`, `wasm/assembly/selectiveScan.ts`): each stands on one
   * line of it. Parts that `why` does not have stay dark, and so does a file that is not named.
   */
  lines: Readonly<Record<string, Readonly<Partial<Record<Part, string>>>>>;
  /** The operation that the figure speaks of just now: its file is the one that opens. None in particular if left out. */
  operation?(state: AppState): string | null;
  /** In a few words what the lit lines do. The first part that a file has is scrolled to. */
  why(language: Language): Readonly<Record<Part, string>>;
  /** What the lines have computed at the cursor, “Δ = 0.41”; null until it is known. Pure and cheap. */
  values(state: AppState): Readonly<Partial<Record<Part, string>>> | null;
}

/** One scene: a folder of one shape, listed in registry.ts. `Scene.tsx` exports it as `scene`. */
export interface Scene {
  /** Holds what figure and side column share while the reader points at things; none if left out. */
  Provider?: ComponentType<{ children: ReactNode }>;
  /** What stands on the stage. Each drawing in it is wrapped by frame/Figure, which brings full screen. */
  Stage: ComponentType;
  /** One sentence: what to take away. Must do without the model. */
  Lead: ComponentType;
  /** The formula with its live numbers; left out while the figure waits for the model. */
  Formula: ComponentType;
  /** The scene's own sliders and switches, above *Turn it*. */
  Controls?: ComponentType;
  /** prose.en.mdx: `<Concept>…</Concept>` and `<Maths>…</Maths>`. */
  Prose: MDXContent;
  /** The numbers that `<Live name="…" />` may state in the prose, from derive.ts. */
  live: Readonly<Record<string, LiveValue>>;
  code: SceneCode;
  tour: readonly TourStep[];
}

/** A line of the registry. */
export interface SceneEntry {
  meta: SceneMeta;
  load(): Promise<{ scene: Scene }>;
}
