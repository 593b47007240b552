import type { ComponentType, ReactNode } from 'react';
import type { ProbeName, TokenRecord } from '../../engine/types';
import type { AppState } from '../store/state';
import type { Strings } from '../strings.en';

/** What the index and the driver need to know of a scene. */
export interface SceneMeta {
  id: string;
  title: string;
  /** Intermediates that the scene shows. */
  probes: readonly ProbeName[];
  /** The operation whose file Code shows, e.g. `selectiveScan`. */
  operation: string;
}

/** Something to do, and how to see that it has been done. */
export interface TourStep {
  id: string;
  text(strings: Strings, tokens: readonly TokenRecord[]): string;
  /** True for the change that does it: from one state of the store to the next. */
  done(last: AppState, next: AppState): boolean;
}

/** One scene: a folder of one shape, listed in registry.ts. */
export interface Scene {
  meta: SceneMeta;
  /** Holds what figure and aside share while the reader points at things. */
  Provider: ComponentType<{ children: ReactNode }>;
  Figure: ComponentType;
  /** Lead sentence and formula with live numbers. */
  Aside: ComponentType;
  Concept: ComponentType;
  Maths: ComponentType;
  tour: readonly TourStep[];
}
