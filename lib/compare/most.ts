/** So many entries stand side by side: more are a list. Apart, as pages load it in the browser, and nothing else with it. */
export const mostCompared = 4
