/** What the address holds: one field each, readable, left out while it is what the page begins with. */
import { samplingProblem } from '../../engine/sampling';
import type { Intervention } from '../../engine/types';
import { MODEL_NAMES } from '../driver/models';
import { LONGEST_PROMPT } from '../driver/recipe';
import { PACES } from '../frame/paces';
import { FREEZABLE } from '../frame/turn';
import { SCENES } from '../scenes/registry';
import type { Choice } from '../scenes/scene';
import type { AppState } from '../store/state';

/** The page as an address has it. `token` and `own` are null for “as far as the text goes” and “as at first”. */
export interface Place extends Pick<
  AppState,
  | 'scene'
  | 'choices'
  | 'modelName'
  | 'prompt'
  | 'sampling'
  | 'intervention'
  | 'pace'
  | 'tint'
  | 'theme'
> {
  layer: number;
  channel: number;
  state: number;
  token: number | null;
  /** Words that the model has written. */
  own: number;
}

interface Field {
  /** Its name in the address. */
  name: string;
  write(place: Place): string | null;
  /** The place with what was read; null if it makes no sense. */
  read(text: string, place: Place): Place | null;
}

/** No text is longer in tokens than this, no model has as many layers or channels. */
const MOST = 1_000_000;
/** Written words that an address may ask for: the model would be at it for minutes. */
const MOST_OWN = 2000;
const MOST_FACTOR = 16;

const whole = (text: string, most = MOST): number | null =>
  /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : null;

/** A finite decimal number; `Number` alone would also take an empty text, hexadecimals and “Infinity”. */
const decimal = (text: string): number | null =>
  /^\d{1,4}(\.\d{1,20})?$/.test(text) ? Number(text) : null;

/** Any finite number as JavaScript writes it. */
const NUMBER = /^-?\d{1,9}(\.\d{1,20})?(e-\d{1,3})?$/;

/** A field that takes one of some words. */
const oneOf = <T extends string>(
  name: string,
  choices: readonly T[],
  get: (place: Place) => T,
  set: (value: T, place: Place) => Place,
): Field => ({
  name,
  write: get,
  read: (text, place) => {
    const value = choices.find((choice) => choice === text);
    return value === undefined ? null : set(value, place);
  },
});

const index = (name: 'layer' | 'channel' | 'state'): Field => ({
  name,
  write: (place) => String(place[name]),
  read: (text, place) => {
    const value = whole(text);
    return value === null ? null : { ...place, [name]: value };
  },
});

const sampling = (name: keyof AppState['sampling']): Field => ({
  name,
  write: (place) => String(place.sampling[name]),
  read: (text, place) => {
    const value = name === 'seed' || name === 'topK' ? whole(text, 2 ** 32 - 1) : decimal(text);
    if (value === null) return null;
    const next = { ...place.sampling, [name]: value };
    return samplingProblem(next) ? null : { ...place, sampling: next };
  },
});

const factor = (name: string, key: 'deltaScale' | 'aScale'): Field => ({
  name,
  // As many digits as a slider's step needs to come back to the same place.
  write: ({ intervention }) => String(Number(intervention[key].toFixed(6))),
  read: (text, place) => {
    const value = decimal(text);
    if (value === null || value < 1 / MOST_FACTOR || value > MOST_FACTOR) return null;
    return { ...place, intervention: { ...place.intervention, [key]: value } };
  },
});

const turn = (place: Place, change: Partial<Intervention>): Place => ({
  ...place,
  intervention: { ...place.intervention, ...change },
});

const fits = (choice: Choice, text: string): boolean => {
  if (!('from' in choice)) return choice.includes(text);
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return value >= choice.from && value <= choice.to && (!choice.whole || Number.isInteger(value));
};

/** What the reader chose within a scene. The address says it of the scene that is shown. */
const choiceOf = (scene: string, name: string, choice: Choice): Field => ({
  name,
  write: (place) => (place.scene === scene ? (place.choices[name] ?? null) : null),
  read: (text, place) =>
    fits(choice, text) ? { ...place, choices: { ...place.choices, [name]: text } } : null,
});

/** In the order in which they stand in the address. */
export const FIELDS: readonly Field[] = [
  oneOf(
    'scene',
    SCENES.map(({ meta }) => meta.id),
    (place) => place.scene,
    (scene, place) => ({ ...place, scene }),
  ),
  oneOf(
    'model',
    MODEL_NAMES,
    (place) => place.modelName,
    (modelName, place) => ({ ...place, modelName }),
  ),
  {
    name: 'prompt',
    write: (place) => place.prompt,
    read: (text, place) =>
      text.trim() === '' || text.length > LONGEST_PROMPT
        ? null
        : { ...place, prompt: text, own: 0, token: null },
  },
  {
    name: 'written',
    write: (place) => String(place.own),
    read: (text, place) => {
      const own = whole(text, MOST_OWN);
      return own === null ? null : { ...place, own, token: null };
    },
  },
  {
    name: 'token',
    write: (place) => (place.token === null ? null : String(place.token)),
    read: (text, place) => {
      const token = whole(text);
      return token === null ? null : { ...place, token };
    },
  },
  index('layer'),
  index('channel'),
  index('state'),
  ...SCENES.flatMap(({ meta: { id, choices = {} } }) =>
    Object.entries(choices).map(([name, choice]) => choiceOf(id, name, choice)),
  ),
  factor('delta', 'deltaScale'),
  factor('A', 'aScale'),
  {
    name: 'freeze',
    write: ({ intervention }) => intervention.freeze?.join(',') ?? null,
    read: (text, place) => {
      const parts = text.split(',');
      const freeze = FREEZABLE.filter((part) => parts.includes(part));
      return freeze.length !== parts.length ? null : turn(place, { freeze });
    },
  },
  {
    name: 'where',
    write: ({ intervention }) => String(intervention.layer),
    read: (text, place) => {
      const layer = text === 'all' ? text : whole(text);
      return layer === null ? null : turn(place, { layer });
    },
  },
  sampling('temperature'),
  sampling('topK'),
  sampling('topP'),
  sampling('seed'),
  {
    name: 'pace',
    write: ({ pace }) => (pace === Infinity ? 'fast' : String(pace)),
    read: (text, place) => {
      const pace = text === 'fast' ? Infinity : whole(text);
      return pace === null || !PACES.includes(pace) ? null : { ...place, pace };
    },
  },
  oneOf(
    'tint',
    ['surprise', 'delta'],
    (place) => place.tint,
    (tint, place) => ({ ...place, tint }),
  ),
  oneOf(
    'theme',
    ['system', 'light', 'dark'],
    (place) => place.theme,
    (theme, place) => ({ ...place, theme }),
  ),
];
