// The real jsonpath-plus has run code found in a rule's `path`. No rule here has one, so nothing may ever ask for it.
exports.JSONPath = function JSONPath() {
  throw new Error('jsonpath is not part of timbang')
}
