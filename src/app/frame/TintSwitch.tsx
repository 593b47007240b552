import { useActions, useApp } from '../store/store';
import { useText } from '../text';
import { Rich } from './Rich';
import { TINT_MAX } from './tint';

/**
 * The tint's legend, in the gutter, or in one line beneath the words where there is no gutter; pressing it changes
 * what the words are tinted by.
 */
export function TintSwitch({ line = false }: { line?: boolean }) {
  const { tint: names } = useText().tape;
  const tint = useApp((s) => s.tint);
  const actions = useActions();
  const other = tint === 'surprise' ? 'delta' : 'surprise';
  return (
    <button
      type="button"
      className={`tint-switch num ${line ? 'line' : ''}`}
      aria-label={names.switch(names[tint], names[other])}
      title={names.switch(names[tint], names[other])}
      onClick={() => actions.setTint(other)}
    >
      <span>
        <Rich text={names.shown[tint]} /> {!line && <i className="turn" />}
      </span>
      <span className="scale">
        0 <i className="ramp magnitude" /> {`≥${TINT_MAX[tint]}`}
        {line && (
          <>
            {` ${names.unit[tint]} `}
            <i className="turn" />
          </>
        )}
      </span>
    </button>
  );
}
