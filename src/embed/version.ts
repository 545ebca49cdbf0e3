/** The version of this library, as its records name it; a test holds it to that of the package. */
export const version = '0.1.0'
