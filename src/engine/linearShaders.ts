/**
 * The shaders of `linear`: for one token, and for many at once. `software`: a CPU emulates the GPU, and does better with few
 * threads that do much each. The GPU's dispatch and the page that shows the files take the names from here.
 */
export const linearShaders = (software: boolean) =>
  ({ one: 'linearStep', many: software ? 'linear' : 'linearTiled' }) as const;
