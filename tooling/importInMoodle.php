<?php
/**
 * Takes files of questions into a Moodle by its own importers, and says how many came in of each type; ends with 1 where one is refused.
 * The Moodle is an installed one, for trying: `php tooling/importInMoodle.php MOODLE FILE...` (.xml is read as Moodle XML, .gift as GIFT).
 */
define('CLI_SCRIPT', true);
[, $moodle] = $argv;
$files = array_slice($argv, 2);
require($moodle . '/config.php');
require_once($CFG->libdir . '/questionlib.php');
require_once($CFG->dirroot . '/question/format.php');
require_once($CFG->dirroot . '/question/format/xml/format.php');
require_once($CFG->dirroot . '/question/format/gift/format.php');
\core\session\manager::set_user(get_admin());

$course = get_site();
$context = context_course::instance($course->id);
$refused = 0;
foreach ($files as $file) {
    $before = $DB->get_fieldset_sql('SELECT id FROM {question}');
    $format = str_ends_with($file, '.gift') ? new qformat_gift() : new qformat_xml();
    $format->setCourse($course);
    $format->setContexts([$context]);
    $format->setCategory(question_make_default_categories([$context]));
    $format->setFilename($file);
    $format->setRealfilename(basename($file));
    $format->setMatchgrades('error');
    $format->setCatfromfile(true);
    $format->setContextfromfile(false);
    $format->setStoponerror(true);
    $format->set_display_progress(false);
    ob_start();
    $done = $format->importpreprocess() && $format->importprocess() && $format->importpostprocess();
    $said = trim(strip_tags(ob_get_clean()));
    $new = array_diff($DB->get_fieldset_sql('SELECT id FROM {question}'), $before);
    $types = array_count_values(array_map(fn($id) => $DB->get_field('question', 'qtype', ['id' => $id]), $new));
    ksort($types);
    echo basename(dirname($file)) . '/' . basename($file) . ': ' . ($done ? http_build_query($types, '', ', ') : 'refused') . "\n";
    if (!$done || $said !== '') {
        echo "  $said\n";
    }
    $refused += $done ? 0 : 1;
}
exit($refused > 0 ? 1 : 0);
