import { useEffect, useState } from 'react';
import { Icon } from '../../viz/icons';
import { useText } from '../text';

/** How long the answer stands. */
const SHOWN_MS = 4000;

type Outcome = 'copied' | 'failed';

/** Copies the address, which holds all that is on the page. */
export function Share() {
  const words = useText().share;
  const [outcome, setOutcome] = useState<{ what: Outcome } | null>(null);
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      setOutcome({ what: 'copied' });
    } catch {
      // Forbidden, or no secure page: the address bar has it all the same.
      setOutcome({ what: 'failed' });
    }
  };
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={words.button}
        title={words.button}
        onClick={() => void copy()}
      >
        <Icon name="share" />
      </button>
      <p className="share-said" role="status">
        {outcome && words[outcome.what]}
      </p>
    </>
  );
}
