/** Style sheets are the bundler's: an import of one is for its effect alone. */
declare module '*.css';
