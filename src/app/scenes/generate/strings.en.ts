/** The scene's words in English; prose lives in prose.en.mdx. */
export const en = {
  /** Beside the lit lines of Code. */
  code: { h: 'holds now', before: 'held before the word' },
  lead: (numbers: string) =>
    `However long the text, the state {h} stays the same ${numbers} numbers. The next word comes from them.`,
  place: { after: 'After', candidate: 'the candidate' },
  was: (p: string) => `was ${p}`,
  undecided: (now: string, was: string | null) =>
    was === null ? `Undecided by *${now} bits*.` : `Undecided by *${now} bits*, was ${was}.`,
  lanes: {
    heading: 'Surprise and change, word by word',
    label: (words: number) =>
      `Two lanes beneath ${words} words: how surprised the model was, and by how much its state changed.`,
    surprise: 'surprise',
    bits: 'bits',
    changed: 'changed',
    by: 'by',
    prompt: 'your prompt',
    own: 'its own words',
    word: (word: string, index: number) => `“${word}”, word ${index}`,
    surpriseAt: (bits: string) => `surprise ${bits} bits`,
    changeAt: (percent: string) => `changed by ${percent}`,
  },
  next: {
    heading: 'The next word',
    label: 'Candidates for the next word. Up and down arrows choose one.',
    before: 'before',
    yours: 'yours',
    alone: 'chance',
    others: 'others',
    came: 'came',
    joined: (word: string) => `${word}, joined on`,
    row: (word: string, yours: string, before: string | null, came: boolean) =>
      `${word}: ${before === null ? yours : `before ${before}, yours ${yours}`}${came ? ', the word that came' : ''}`,
    recorded: 'The candidates after other words come with the model.',
  },
  state: {
    heading: (layers: number, channels: number, states: number) =>
      `all of it: ${layers} layers × ${channels} channels × ${states} states`,
    /** h is complex. */
    complex: '(complex; real parts are drawn)',
    /** There are more states than pixels. */
    blended: '(neighbouring states share a pixel)',
    scale: '(square-root steps)',
    layer: (n: number) => `layer ${n}`,
    layers: 'Layer',
    kind: { state: '', before: 'before', change: 'change' },
    /** The state under an intervention in another layer. */
    yours: 'yours',
    changeNote: 'from last word',
    slow: 'slow to forget',
    quick: 'quick to forget',
    place: (layer: number, channel: number, state: number) =>
      `layer ${layer}, channel ${channel}, state ${state}`,
    short: (channel: number, state: number) => `channel ${channel}, state ${state}`,
    halfLife: (tokens: string) => `half-life ${tokens} words at rest`,
    label: (layer: number) =>
      `State h of layer ${layer}. Left and right arrows walk along its channels, up and down along the states of one.`,
    recorded: 'The state at other words comes with the model. One is recorded:',
    toRecorded: 'see the state at the last word',
    waiting: 'The state comes with the model.',
  },
  texts: {
    heading: 'The text',
    own: 'what it writes',
    before: 'before',
    parts: (word: string) => `first differs at “${word}”`,
    whole: 'whole text',
    less: 'less',
  },
  tour: {
    turnAUp: 'Turn {A} up. What is lost first?',
    turnAUpBall: 'Turn {A} up. Which word is lost first, the ball or the name?',
    stepBack: (word: string) =>
      word
        ? `Step back to “${word}”. How surprised was it?`
        : 'Step back to a word that surprised it.',
    oneNumber: 'Click a number of the state {h}. How long does its channel remember?',
  },
};
