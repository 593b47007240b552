import { meta as block } from './block/meta';
import { meta as discretise } from './discretise/meta';
import { meta as duality } from './duality/meta';
import { meta as generate } from './generate/meta';
import { meta as memory } from './memory/meta';
import type { SceneEntry } from './scene';
import { meta as select } from './select/meta';
import { meta as state } from './state/meta';
import { meta as views } from './views/meta';

/** The scenes in the order of the index. Adding one touches no other file. */
export const SCENES: readonly [SceneEntry, ...SceneEntry[]] = [
  { meta: generate, load: () => import('./generate/Scene') },
  { meta: block, load: () => import('./block/Scene') },
  { meta: discretise, load: () => import('./discretise/Scene') },
  { meta: select, load: () => import('./select/Scene') },
  { meta: state, load: () => import('./state/Scene') },
  { meta: views, load: () => import('./views/Scene') },
  { meta: duality, load: () => import('./duality/Scene') },
  { meta: memory, load: () => import('./memory/Scene') },
];
