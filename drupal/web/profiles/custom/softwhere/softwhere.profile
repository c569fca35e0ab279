<?php

/**
 * @file
 * The SoftWhere install profile.
 */
