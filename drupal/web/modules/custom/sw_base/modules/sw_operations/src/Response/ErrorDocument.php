<?php

namespace Drupal\sw_operations\Response;

use Drupal\Component\Render\PlainTextOutput;
use Drupal\jsonapi\Exception\UnprocessableHttpEntityException;
use Drupal\sw_operations\Exception\AtomicFailureException;
use Drupal\sw_operations\Exception\ParameterException;
use Drupal\sw_operations\Exception\RowsFailureException;
use Drupal\sw_operations\Exception\StillReferencedException;
use Drupal\sw_operations\Exception\VersionConflictException;
use Symfony\Component\HttpFoundation\Response;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;
use Symfony\Component\Serializer\Encoder\EncoderInterface;
use Symfony\Component\Serializer\Normalizer\NormalizerInterface;

/**
 * Error documents with the members that the contract adds to core's.
 *
 * JSON:API takes no normalizers from other modules, so this starts from what
 * its own make of an exception.
 */
final class ErrorDocument {

  public function __construct(private readonly NormalizerInterface & EncoderInterface $serializer) {}

  /**
   * Whether core's own answer would lack something.
   */
  public function enriches(\Throwable $throwable): bool {
    return $throwable instanceof UnprocessableHttpEntityException || $throwable instanceof VersionConflictException
      || $throwable instanceof StillReferencedException || $throwable instanceof AtomicFailureException || $throwable instanceof ParameterException;
  }

  /**
   * The answer to an exception.
   */
  public function response(HttpExceptionInterface $exception): Response {
    $document = [
      'jsonapi' => Envelope::jsonapi(),
      'errors' => $this->errors($exception),
    ];
    return new Response($this->serializer->encode($document, 'api_json'), $exception->getStatusCode(), ['Content-Type' => 'application/vnd.api+json'] + $exception->getHeaders());
  }

  /**
   * @return list<array<string, mixed>>
   *   The error objects of an exception.
   */
  private function errors(HttpExceptionInterface $exception): array {
    if ($exception instanceof AtomicFailureException) {
      return array_map(fn (array $error) => $this->inOperation($error, $exception->index), $this->errors($exception->failure));
    }
    if ($exception instanceof RowsFailureException) {
      return $this->ofRows($exception);
    }
    $errors = Normalization::of($this->serializer, $exception);
    return match (TRUE) {
      $exception instanceof ParameterException => [['source' => ['parameter' => $exception->parameter]] + $errors[0]],
      $exception instanceof VersionConflictException => [$this->withCurrent($errors[0], $exception)],
      $exception instanceof StillReferencedException => [
        [
          'code' => 'still_referenced',
          'source' => ['pointer' => '/data'],
          'meta' => ['references' => $exception->references],
        ] + $errors[0],
      ],
      $exception instanceof UnprocessableHttpEntityException => $this->withCodes($errors, $exception),
      default => $errors,
    };
  }

  /**
   * What is wrong with rows, each at its value or else at the row.
   */
  private function ofRows(RowsFailureException $exception): array {
    $errors = [];
    foreach ($exception->failures as [$place, $failure]) {
      foreach ($this->errors($failure) as $error) {
        preg_match('#^/data/(?:attributes|relationships)/([^/]+)#', $error['source']['pointer'] ?? '', $match);
        $at = $match === [] ? FALSE : array_search($match[1], $exception->fields, TRUE);
        $error['source']['pointer'] = $at === FALSE ? $place : "$place/$at";
        $errors[] = $exception->errorCode === NULL ? $error : $error + ['code' => $exception->errorCode];
      }
    }
    return array_slice($errors, 0, RowsFailureException::MOST);
  }

  /**
   * The stored row beside the refusal, so that a client can merge.
   */
  private function withCurrent(array $error, VersionConflictException $exception): array {
    $current = $exception->current ? Normalization::of($this->serializer, $exception->current) : NULL;
    return [
      'code' => 'version_conflict',
      'source' => ['pointer' => '/data/attributes/version'],
      'meta' => ['current' => $current, 'last_change' => $exception->lastChange],
    ] + $error;
  }

  /**
   * What is wrong, for programs: a code, and the bound that was passed.
   */
  private function withCodes(array $errors, UnprocessableHttpEntityException $exception): array {
    $told = [];
    foreach ($exception->getViolations() as $violation) {
      $bound = ViolationCode::bound($violation);
      $told[$violation->getPropertyPath() . ': ' . PlainTextOutput::renderFromHtml($violation->getMessage())] = [
        'code' => ViolationCode::of($violation),
      ] + ($bound === NULL ? [] : ['meta' => ['bound' => $bound]]);
    }
    return array_map(fn (array $error) => $error + ($told[$error['detail'] ?? ''] ?? ['code' => ViolationCode::OTHER]), $errors);
  }

  /**
   * Points from the whole batch instead of from the one document.
   */
  private function inOperation(array $error, int $index): array {
    $error['source']['pointer'] = "/atomic:operations/$index" . ($error['source']['pointer'] ?? '');
    return $error;
  }

}
