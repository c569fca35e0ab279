export const mediaType = "application/vnd.api+json";
export const atomicMediaType = 'application/vnd.api+json; ext="https://jsonapi.org/ext/atomic"';
