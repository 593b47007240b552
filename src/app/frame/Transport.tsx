import { Icon, PlayIcon } from '../../viz/icons';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';

/** Step back, play or pause, step. */
export function Transport() {
  const { back, play, pause, step, label } = useText().transport;
  const actions = useActions();
  const playing = useApp((s) => s.playing);
  const atStart = useApp((s) => s.cursor.token <= 0);
  return (
    <section className="transport" aria-label={label}>
      <button type="button" aria-label={back} disabled={atStart} onClick={() => actions.stepBack()}>
        <Icon name="back" />
      </button>
      <button
        type="button"
        className="play"
        aria-label={playing ? pause : play}
        onClick={() => (playing ? actions.pause() : actions.play())}
      >
        <PlayIcon playing={playing} />
      </button>
      <button type="button" aria-label={step} onClick={() => actions.step()}>
        <Icon name="forward" />
      </button>
    </section>
  );
}
