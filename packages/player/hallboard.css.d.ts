// What `import '@hallboard/player/hallboard.css'` is to a compiler that asks: nothing but its effect.
export {};
