/** What the driver has to say: loading, waiting, trouble. Part of strings.en.ts. */
export const driverWords = {
  loading: 'Loading the model',
  reading: 'The model is reading',
  lookingBack: 'Going back to that word',
  readingInside: 'Reading the model’s inside',
  adapted: {
    title: (kind: string) => `${kind} reads the same text now`,
    layer: (layer: number) => `The cursor moved to layer ${layer}.`,
    channel: (channel: number) => `The cursor moved to channel ${channel}.`,
    state: (state: number) => `The cursor moved to state ${state}.`,
    turn: (layer: number) => `What you turned is now in layer ${layer}.`,
    freeze: 'It has nothing to freeze: its Δ, B and C are the same at every word.',
  },
  misunderstood: {
    title: 'Some of the link was not understood',
    field: (name: string, text: string) => `${name} “${text}”`,
    advice: (fields: readonly string[], more: boolean) =>
      `Left as they are at first: ${fields.join(', ')}${more ? ' and more' : ''}. Everything else is as the link says.`,
  },
  notSwitched: {
    title: (kind: string) => `${kind} stays`,
    cancelled: 'The other model was not loaded.',
  },
  emptyPrompt: 'Type at least one word for the model to go on from.',
  longPrompt: (length: number, most: number) =>
    `This prompt has ${length.toLocaleString('en')} characters; at most ${most.toLocaleString('en')} fit. Shorten it a little.`,
  cpuAfterLoss: 'The graphics device was lost twice within a minute, so the CPU took over.',
  notYet: {
    title: 'The live model is not here yet',
    advice: 'This is the end of the recorded run. New words come as soon as the model is loaded.',
  },
  loadingAgain: {
    title: 'The model is being loaded again',
    advice: 'New words come as soon as it is there.',
  },
  notLoaded: {
    title: 'The model is not loaded',
    advice: 'It is needed for anything new; what you see here stays.',
  },
  kept: {
    title: 'The live model will start from this',
    advice: 'It is still on its way. Until it is here, the page shows the recorded run.',
  },
  ended: {
    title: 'The model has ended its story',
    advice: 'Step back, turn a slider, change the sampling, or start from another prompt.',
  },
  deviceBack: (reason: string) => ({
    title: 'The graphics device was lost, and is back',
    advice: `The browser said: ${reason}. Your text and settings are where they were.`,
  }),
  lostTwice: (reason: string) => ({
    title: 'The graphics device was lost again; the CPU goes on',
    advice: `The browser said: ${reason}. Your text and settings are where they were. Reload the page to try WebGPU again.`,
  }),
  cancelled: {
    title: 'Loading was stopped',
    advice: 'The recorded run stays. Load the model when you like.',
  },
  checkpoint: { title: 'The model could not be loaded' },
  unexpected: (message: string) => ({
    title: 'Something went wrong while computing',
    advice: `Your text and settings are kept. Try again; if it fails again, use the CPU. (${message})`,
  }),
};
