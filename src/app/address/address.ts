import { fitTo } from '../driver/models';
import { type AppState, isTurned } from '../store/state';
import { FIELDS, type Place } from './fields';

/** Where the page is, as its address holds it. */
export function placeOf(state: AppState): Place {
  const { scene, choices, modelName, prompt, sampling, intervention, pace, tint, theme, yours } =
    state;
  const { token, layer, channel, state: n } = state.cursor;
  return {
    scene,
    choices,
    modelName,
    prompt,
    sampling,
    intervention,
    pace,
    tint,
    theme,
    layer,
    channel,
    state: n,
    token: token >= yours.tokens.length - 1 ? null : token,
    own: yours.tokens.filter((one) => one.own).length,
  };
}

/** The page as it is at first, with what the place says as far as the recorded run can show it. */
export function startAt(recorded: AppState, place: Place): AppState {
  const { layer, channel, state, token, own: _, ...settings } = place;
  const last = recorded.yours.tokens.length - 1;
  const cursor = { layer, channel, state, token: Math.min(token ?? last, last) };
  return {
    ...recorded,
    ...settings,
    // Its own model may have fewer layers or states than the one that is coming.
    cursor: fitTo(recorded.model, { cursor, intervention: place.intervention }).cursor,
  };
}

/** What in an address was not understood. */
export interface Misunderstood {
  name: string;
  text: string;
}

/**
 * Reads an address (what follows `#`) over the place that the page begins with. Field by field: one that makes no sense
 * is left as it was, and named.
 */
export function readAddress(
  hash: string,
  first: Place,
): { place: Place; misunderstood: Misunderstood[] } {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const misunderstood: Misunderstood[] = [];
  let place = first;
  for (const { name, read } of FIELDS) {
    const text = params.get(name);
    if (text === null) continue;
    const next = read(text, place);
    if (next) place = next;
    else misunderstood.push({ name, text });
  }
  for (const [name, text] of params)
    if (!FIELDS.some((field) => field.name === name)) misunderstood.push({ name, text });
  // In which layer: the one that the reader looks at, if nothing else is said.
  if (!params.has('where'))
    place = { ...place, intervention: { ...place.intervention, layer: place.layer } };
  return { place, misunderstood };
}

/** The address of a place, '' or `#…`: only what differs from the place that the page begins with. */
export function writeAddress(place: Place, first: Place): string {
  // A new prompt begins with no word written.
  const start = place.prompt === first.prompt ? first : { ...first, own: 0, token: null };
  const params = new URLSearchParams();
  for (const { name, write } of FIELDS) {
    const text = write(place);
    if (text === null || (name === 'where' && !isTurned(place.intervention))) continue;
    // Where something is turned is always said: it does not follow the cursor then.
    if (name === 'where' || text !== write(start)) params.set(name, text);
  }
  const text = params.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `#${text}`;
}
