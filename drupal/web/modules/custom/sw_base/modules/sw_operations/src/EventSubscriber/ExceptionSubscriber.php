<?php

namespace Drupal\sw_operations\EventSubscriber;

use Drupal\Core\Database\IntegrityConstraintViolationException;
use Drupal\Core\Entity\EntityConstraintViolationList;
use Drupal\Core\Utility\Error;
use Drupal\jsonapi\Exception\UnprocessableHttpEntityException;
use Drupal\sw_base\Storage\DuplicateKeyException;
use Drupal\sw_base\Storage\StaleWriteException;
use Drupal\sw_operations\Response\ErrorDocument;
use Psr\Log\LoggerInterface;
use Symfony\Component\EventDispatcher\EventSubscriberInterface;
use Symfony\Component\HttpFoundation\File\Exception\AccessDeniedException;
use Symfony\Component\HttpKernel\Event\ExceptionEvent;
use Symfony\Component\HttpKernel\Exception\BadRequestHttpException;
use Symfony\Component\HttpKernel\Exception\ConflictHttpException;
use Symfony\Component\HttpKernel\Exception\HttpException;
use Symfony\Component\HttpKernel\Exception\HttpExceptionInterface;
use Symfony\Component\HttpKernel\KernelEvents;
use Symfony\Component\Validator\ConstraintViolation;

/**
 * Nothing of the inside leaves in an error.
 */
final class ExceptionSubscriber implements EventSubscriberInterface {

  public function __construct(private readonly LoggerInterface $logger, private readonly ErrorDocument $errors) {}

  /**
   * {@inheritdoc}
   */
  public static function getSubscribedEvents(): array {
    // After core's own conversions, before JSON:API writes the message of whatever was thrown into its answer.
    return [KernelEvents::EXCEPTION => ['onException', 10]];
  }

  /**
   * Replaces what is no HTTP exception by one that may be shown.
   */
  public function onException(ExceptionEvent $event): void {
    $throwable = $event->getThrowable();
    if (!preg_match('#^(/[a-z]{2})?/jsonapi(/|$)#', $event->getRequest()->getPathInfo())) {
      return;
    }
    if (!$throwable instanceof HttpExceptionInterface) {
      $event->getRequest()->setRequestFormat('api_json');
      $throwable = $this->presentable($throwable);
      $event->setThrowable($throwable);
    }
    if ($this->errors->enriches($throwable)) {
      $event->setResponse($this->errors->response($throwable));
    }
  }

  /**
   * The HTTP exception to show instead.
   */
  public function presentable(\Throwable $throwable): HttpExceptionInterface {
    for ($cause = $throwable; $cause !== NULL; $cause = $cause->getPrevious()) {
      if ($cause instanceof HttpExceptionInterface) {
        return $cause;
      }
      if ($cause instanceof IntegrityConstraintViolationException) {
        return new ConflictHttpException('Conflict: Entity already exists.');
      }
      if ($cause instanceof StaleWriteException) {
        return \Drupal::service('sw_operations.version_precondition')->conflict($cause->entity);
      }
      if ($cause instanceof DuplicateKeyException) {
        $violation = new ConstraintViolation($cause->violation->message, NULL, [], $cause->entity, $cause->violation->field, NULL, NULL, $cause->violation->code);
        $exception = new UnprocessableHttpEntityException();
        $exception->setViolations(new EntityConstraintViolationList($cause->entity, [$violation]));
        return $exception;
      }
      if ($cause instanceof AccessDeniedException) {
        return new BadRequestHttpException('The field is not a file field.');
      }
    }
    $this->logger->error(Error::DEFAULT_ERROR_MESSAGE, Error::decodeException($throwable));
    return new HttpException(500, 'The request could not be completed.');
  }

}
