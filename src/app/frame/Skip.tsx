import { useText } from '../text';

/** The first thing that Tab comes to: past bar, tape and index, straight to the figure. */
export function Skip() {
  const words = useText().bar;
  // A button: a link to #figure would take the place of the address, which holds the whole page.
  return (
    <button
      type="button"
      className="skip"
      onClick={() => document.getElementById('figure')?.focus()}
    >
      {words.skip}
    </button>
  );
}
