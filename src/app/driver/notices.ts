import type { Problem } from '../../engine/host/api';
import { en } from '../strings.en';
import type { Notice, Phase } from '../store/state';

/** What the driver has to say, in the page's words. */
export const notices = {
  loading: en.driver.loading,
  reading: en.driver.reading,
  lookingBack: en.driver.lookingBack,
  readingInside: en.driver.readingInside,
  emptyPrompt: en.driver.emptyPrompt,
  longPrompt: en.driver.longPrompt,
  cpuAfterLoss: en.driver.cpuAfterLoss,
  sceneFailed: { tone: 'problem', ...en.sceneFailed } satisfies Notice,
  ended: { tone: 'info', ...en.driver.ended } satisfies Notice,

  deviceBack: (reason: string, onCpu: boolean): Notice => ({
    tone: 'info',
    ...(onCpu ? en.driver.lostTwice : en.driver.deviceBack)(reason),
  }),

  /** Why nothing new can be computed now. */
  notReady: (phase: Phase, recorded: boolean): Notice => {
    if (phase.name !== 'failed')
      return { tone: 'info', ...(recorded ? en.driver.notYet : en.driver.loadingAgain) };
    const actions: Notice['actions'] = phase.offerCpu ? ['retry', 'chooseCpu'] : ['retry'];
    return { tone: 'info', ...en.driver.notLoaded, actions };
  },

  /** Something was changed before the model was there to follow. */
  kept: (phase: Phase, recorded: boolean): Notice =>
    phase.name === 'loading' && recorded
      ? { tone: 'info', ...en.driver.kept }
      : notices.notReady(phase, recorded),

  /** Why there is no live model, and what the reader can do. */
  failed: (problem: Problem): Phase => {
    if (problem.kind === 'cancelled')
      return { name: 'failed', cancelled: true, offerCpu: false, ...en.driver.cancelled };
    if (problem.kind === 'checkpoint') {
      const { title } = en.driver.checkpoint;
      return { name: 'failed', cancelled: false, offerCpu: false, title, advice: problem.message };
    }
    return {
      name: 'failed',
      cancelled: false,
      offerCpu: true,
      ...en.driver.unexpected(problem.message),
    };
  },
};
