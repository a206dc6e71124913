/** As a picture, the server's drawing can run nothing. */
export const svgPicture = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;
