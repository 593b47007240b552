import type { Actions, AppState } from '../store/state';

/** What a key does to the model's text; null if the page has no use for it. */
export function keyAction(
  key: string,
  state: AppState,
  actions: Actions,
  /** Channels of a layer from left to right, as the figure shows them. */
  order: Uint16Array,
): (() => void) | null {
  const { cursor, model, yours, playing } = state;
  const layer = (by: number) => () =>
    actions.setLayer(Math.min(model.nLayers - 1, Math.max(0, cursor.layer + by)));
  const channel = (by: number) => () => {
    const at = order.indexOf(cursor.channel) + by;
    if (at >= 0 && at < order.length) actions.setChannel(order[at]);
  };
  const table: Record<string, () => void> = {
    ArrowLeft: () => actions.stepBack(),
    ArrowRight: () => actions.step(),
    Home: () => actions.setToken(0),
    End: () => actions.setToken(Math.max(0, yours.tokens.length - 1)),
    '[': layer(-1),
    ']': layer(1),
    ArrowUp: channel(-1),
    ArrowDown: channel(1),
    ',': channel(-1),
    '.': channel(1),
    ' ': () => (playing ? actions.pause() : actions.play()),
  };
  return table[key] ?? null;
}

/** The scene that a digit stands for: 1 the first … 9, 0 the tenth; undefined for other keys, and where there is none. */
export const sceneOfKey = (key: string, ids: readonly string[]): string | undefined =>
  /^\d$/.test(key) ? ids[(Number(key) + 9) % 10] : undefined;

/** True where keys already mean something else: in a text field, on a button, in a sheet. */
export function keepsKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[data-keys=vertical]') && /^Arrow(Left|Right)$/.test(key)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role=dialog]')) return true;
  // The drawer's text scrolls, and the layers stand one above the other: there, these arrows are at home.
  const upDown = ['ArrowUp', 'ArrowDown', 'Home', 'End', ' '].includes(key);
  if (upDown && target.closest('[data-keys=scroll]')) return true;
  const pressable = target.closest('button, a, summary') !== null;
  return pressable && (key === ' ' || key === 'Enter');
}
