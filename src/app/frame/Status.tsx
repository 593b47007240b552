import { megabytes } from '../../viz/format';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';

/** What takes a while, in the bar: how far it is, and a way out. Takes no room from the figure. */
export function Status() {
  const words = useText().status;
  const phase = useApp((s) => s.phase);
  const task = useApp((s) => s.task);
  const actions = useActions();
  if (task)
    return (
      <Progress
        label={task.label}
        detail={task.total ? words.progress(String(task.done), String(task.total)) : ''}
        share={task.total ? task.done / task.total : null}
        cancel={words.cancel}
        onCancel={() => actions.cancel()}
      />
    );
  if (phase.name === 'loading') {
    const share = phase.total ? Math.min(1, phase.bytes / phase.total) : null;
    const done = words.loading(megabytes(phase.bytes), phase.total ? megabytes(phase.total) : null);
    return (
      <Progress
        label={phase.step}
        detail={done}
        percent={share === null ? undefined : words.percent(Math.floor(share * 100))}
        share={share}
        cancel={words.cancel}
        onCancel={() => actions.cancel()}
      />
    );
  }
  if (phase.name === 'failed')
    return (
      <div className="status">
        <span className="step">{phase.title}</span>
        <button type="button" className="plain" onClick={() => actions.retry()}>
          {phase.cancelled ? words.load : words.retry}
        </button>
      </div>
    );
  return <div className="status" />;
}

interface ProgressProps {
  label: string;
  detail: string;
  percent?: string;
  /** 0 … 1, or null while the end is not known. */
  share: number | null;
  cancel: string;
  onCancel(): void;
}

function Progress({ label, detail, percent, share, cancel, onCancel }: ProgressProps) {
  return (
    <div className="status">
      <span className="step">{label}</span>
      <progress aria-label={label} value={share ?? undefined} max={1} />
      <span className="detail num">{detail}</span>
      {percent && <span className="num">{percent}</span>}
      <button type="button" className="plain" onClick={onCancel}>
        {cancel}
      </button>
    </div>
  );
}
