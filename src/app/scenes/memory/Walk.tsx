import { Icon, PlayIcon } from '../../../viz/icons';
import { letterOf, symbolOf } from './derive';
import { useMemoryView } from './view';
import { words as sceneWords } from './words';

/** Step by step through the kernels: buttons, and a slider with a mark where each kernel begins. */
export function Walk() {
  const words = sceneWords.use();
  const { steps, step, setStep, playing, setPlaying } = useMemoryView();
  const { kernel, at, piece, pieces, phase } = steps[step]!;
  const kernels = steps.filter((s, i) => i === 0 || s.at !== steps[i - 1]!.at);
  const moving = phase === 'store' ? kernel.writes : kernel.reads;
  const names = moving
    .filter((name) => symbolOf(name))
    .map(letterOf)
    .join(', ');
  const place = words.kernelAt(at + 1, kernels.length, words.kernels[kernel.id]);
  const what = words.phaseOf[phase](names);
  return (
    <section className="walk" aria-label={words.transport.label}>
      <div className="transport">
        <button
          type="button"
          aria-label={words.transport.back}
          disabled={step === 0}
          onClick={() => setStep(step - 1)}
        >
          <Icon name="back" />
        </button>
        <button
          type="button"
          className="play"
          aria-label={playing ? words.transport.pause : words.transport.play}
          onClick={() => setPlaying(!playing)}
        >
          <PlayIcon playing={playing} />
        </button>
        <button
          type="button"
          aria-label={words.transport.step}
          disabled={step === steps.length - 1}
          onClick={() => setStep(step + 1)}
        >
          <Icon name="forward" />
        </button>
      </div>
      <div className="walk-track">
        <input
          type="range"
          min={0}
          max={steps.length - 1}
          step={1}
          value={step}
          aria-label={words.transport.scrub}
          aria-valuetext={`${place}, ${words.pieceAt(piece + 1, pieces)}: ${what}`}
          onChange={(e) => setStep(Number(e.target.value))}
          onKeyDown={(e) => e.key.startsWith('Arrow') && e.stopPropagation()}
        />
        <div className="walk-kernels" aria-hidden="true">
          {kernels.map(({ kernel: one, at: index }) => (
            <span key={one.id} className={index === at ? 'on' : undefined}>
              {words.kernels[one.id]}
            </span>
          ))}
        </div>
      </div>
      <p className="walk-place" aria-live={playing ? 'off' : 'polite'}>
        <b>{words.kernels[kernel.id]}</b>, {words.pieceAt(piece + 1, pieces)}: {what}
      </p>
    </section>
  );
}
